// SPDX-License-Identifier: MIT
//
// Module _pickle: the native part of pickle, which is nearly all of it; and _codecs, as far as pickles of bytes before
// protocol 3 name it.
#include "stdlib/pickle/pickle_buffer.hpp"
#include "stdlib/pickle/pickler.hpp"
#include "stdlib/pickle/unpickler.hpp"
#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<Value> make_error(VM& vm, Module& module, const char* name, Value base) {
    Dict* ns = make_dict(vm);
    dict_set(vm, *ns, vm.names.dunder_module, intern(vm, "_pickle"));
    Tuple* bases = make_tuple(vm, {base});
    Value type = TRY(call(vm, vm.types.type, {intern(vm, name), bases, ns}));
    module_set(vm, module, name, type);
    return type;
}

static Result<void> initialize_pickle(VM& vm, Module& module) {
    Value base = TRY(make_error(vm, module, "PickleError", vm.exception_type(ExceptionId::Exception)));
    TRY(make_error(vm, module, "PicklingError", base));
    TRY(make_error(vm, module, "UnpicklingError", base));
    return {};
}

// For copyreg: the native class that the instances of a script's class extend.
static Result<Value> native_base(VM& vm, Value cls) {
    Type* type = as<Type>(cls);
    for (size_t i = 0; type && i < type->mro->size(); i++) {
        auto* base = static_cast<Type*>((*type->mro)[i].object());
        if (!base->has(Type::HEAP))
            return base;
    }
    return vm.types.object;
}

static constexpr NativeDef MEMBERS[] = {
    fn<native_base>("_native_base(cls, /)"),
    type_constant("Pickler", pickler_type),
    type_constant("Unpickler", unpickler_type),
    type_constant("PickleBuffer", pickle_buffer_type),
    fn<pickle_dump>("dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
                    "Write a pickle of the object to the file."),
    fn<pickle_dumps>("dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", "A pickle of the object."),
    fn<pickle_load>("load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)",
                    "The object that the next pickle of the file describes."),
    fn<pickle_loads>("loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)",
                     "The object that the pickle describes."),
};

extern const NativeModule pickle_module;
constinit const NativeModule pickle_module = {
    .name = "_pickle",
    .doc = "The native part of module pickle.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_pickle,
};

} // namespace ouro::stdlib
