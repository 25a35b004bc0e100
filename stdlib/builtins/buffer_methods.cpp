// SPDX-License-Identifier: MIT
//
// The methods __buffer__ and __release_buffer__ of native types (PEP 688): what a script calls to get a view of the
// octets as the type itself serves them, in a derived class by super(). Scripts' own methods are found by
// vm/model/buffer.cpp.
#include "stdlib/builtins/buffer_methods.hpp"

#include "stdlib/builtins/memoryview.hpp"
#include "vm/model/bytearray.hpp"

namespace ouro::stdlib {

using namespace vm;

static bool is_memoryview(Value value) { return detail::is_instance_of_native(value, memoryview_type); }

static Result<bool> is_readonly(VM& vm, Value view) { return truth(vm, TRY(get_attribute(vm, view, "readonly"))); }

Result<Object*> serve_buffer(VM& vm, Value self, int64_t flags) {
    Object* view = is_memoryview(self) ? TRY(make_memoryview(vm, self))
                                       : make_memoryview(vm, TRY(Buffer::of_native(vm, self)));
    if (flags & int64_t(BufferFlags::WRITABLE) && TRY(is_readonly(vm, view))) {
        TRY(call_method(vm, view, "release", {}));
        return vm.raise(ExceptionId::BufferError, "Object is not writable.");
    }
    return view;
}

Result<void> take_back_buffer(VM& vm, Value self, Value buffer) {
    if (!is_memoryview(buffer))
        return vm.type_error("expected a memoryview object");
    Value owner = TRY(get_attribute(vm, buffer, "obj")); // ValueError where it has been released
    if (!is_memoryview(self) && owner != self)
        return vm.value_error("memoryview's buffer is not this object");
    TRY(call_method(vm, buffer, "release", {}));
    return {};
}

static constexpr NativeDef METHODS[] = {
    fn<serve_buffer>("__buffer__(self, flags, /)", "A memoryview of the object."),
    fn<take_back_buffer>("__release_buffer__(self, buffer, /)", "Let go of a memoryview that __buffer__ gave."),
};

static void add_method(VM& vm, Type* type, const NativeDef& method) {
    dict_set(vm, *type->dict, intern(vm, method.name()), make_native_function(vm, method, type, {}));
}

void add_buffer_methods(VM& vm) {
    add_method(vm, vm.types.bytes, METHODS[0]); // bytes have nothing to take back
    for (const NativeDef& method : METHODS)
        add_method(vm, vm.native(bytearray_type), method);
}

} // namespace ouro::stdlib
