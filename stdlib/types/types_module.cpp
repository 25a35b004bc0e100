// SPDX-License-Identifier: MIT
//
// _types: what types.py and inspect.py need from the engine: the types of its objects by name, and the flag that makes
// generators awaitable.
#include "stdlib/types/simple_namespace.hpp"

#include "vm/model/class.hpp"
#include "vm/model/code.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/async/generator.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/objects/generic_alias_type.hpp"

namespace ouro::stdlib {

using namespace vm;

// Marks the code of a generator function, so that its generators can be awaited. True as well for coroutine functions;
// false for anything else, which has to be wrapped.
static bool mark_coroutine(Value value) {
    Function* function = as<Function>(value);
    if (!function || !function->code->has(Code::Flag(Code::GENERATOR | Code::COROUTINE)))
        return false;
    if (function->code->has(Code::GENERATOR))
        function->code->code_flags |= Code::ITERABLE_COROUTINE;
    return true;
}

// Is it a generator of a function that was marked?
static bool is_marked(Value value) {
    Generator* generator = as<Generator>(value);
    return generator && generator->flavor() == Coroutine::Flavor::Generator &&
           generator->frame.code->has(Code::ITERABLE_COROUTINE);
}

// Is it a coroutine that nobody has begun to await? Native ones have no frame that tells.
static bool is_unstarted(Value value) {
    Coroutine* coroutine = as_coroutine(value);
    return coroutine && coroutine->state() == Coroutine::State::Created;
}

// Class decorators: see mark_as_native. Nobody derives from a final one.
static Value mark_native(VM& vm, Type& cls) {
    mark_as_native(vm, cls);
    return &cls;
}
static Value mark_final_native(VM& vm, Type& cls) {
    cls.type_flags |= Type::FINAL;
    return mark_native(vm, cls);
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<mark_native>("mark_native(cls, /)"),
    fn<mark_final_native>("mark_final_native(cls, /)"),
    fn<is_unstarted>("is_unstarted(object, /)"),
    fn<mark_coroutine>("mark_coroutine(function, /)"),
    fn<is_marked>("is_marked(object, /)"),
};

static Result<void> initialize(VM& vm, Module& module) {
    const CoreTypes& types = vm.types;
    const std::pair<const char*, Type*> table[] = {
        {"FunctionType", types.function}, {"LambdaType", types.function}, {"CodeType", types.code},
        {"MappingProxyType", types.mapping_proxy}, {"SimpleNamespace", vm.native(simple_namespace_type)},
        {"CellType", types.cell}, {"GeneratorType", types.generator}, {"CoroutineType", types.coroutine},
        {"AsyncGeneratorType", types.async_generator}, {"BuiltinFunctionType", types.native_function},
        {"BuiltinMethodType", types.native_function}, {"MethodDescriptorType", vm.native(method_descriptor_type)},
        {"WrapperDescriptorType", vm.native(wrapper_descriptor_type)},
        {"MethodWrapperType", vm.native(method_wrapper_type)},
        {"ClassMethodDescriptorType", vm.native(class_method_descriptor_type)}, {"MethodType", types.bound_method},
        {"GetSetDescriptorType", types.getter}, {"MemberDescriptorType", types.member}, {"ModuleType", types.module},
        {"NoneType", types.none_type}, {"EllipsisType", types.ellipsis_type},
        {"NotImplementedType", types.not_implemented_type}, {"GenericAlias", vm.native(generic_alias_type)},
        {"UnionType", vm.native(union_type)}, {"FrameType", vm.native(frame_type)}, {"TracebackType", types.traceback},
    };
    for (auto [name, type] : table)
        module_set(vm, module, name, type);
    return {};
}

extern const NativeModule types_module;
constinit const NativeModule types_module = {"_types", nullptr, FUNCTIONS, std::size(FUNCTIONS), initialize};

} // namespace ouro::stdlib
