// SPDX-License-Identifier: MIT
//
// Set-up of the module builtins: functions, types, exceptions and constants by name.
#include "stdlib/builtins/builtins.hpp"

#include "vm/model/iterators.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace vm;

static void add_functions(VM& vm, Module& module, std::span<const NativeDef> functions) {
    for (const NativeDef& def : functions) {
        NativeFunction* function = make_native_function(vm, def, nullptr, &module);
        function->module = intern(vm, "builtins");
        dict_set(vm, *vm.builtins, intern(vm, def.name()), function);
    }
}

static void add_types(VM& vm) {
    auto add = [&](const char* name, Type* type) { dict_set(vm, *vm.builtins, intern(vm, name), type); };
    const std::pair<const char*, Type*> core[] = {
        {"object", vm.types.object}, {"type", vm.types.type}, {"int", vm.types.int_}, {"bool", vm.types.bool_},
        {"float", vm.types.float_}, {"str", vm.types.str}, {"bytes", vm.types.bytes}, {"list", vm.types.list},
        {"tuple", vm.types.tuple}, {"dict", vm.types.dict}, {"set", vm.types.set}, {"frozenset", vm.types.frozenset},
        {"range", vm.types.range}, {"slice", vm.types.slice}, {"property", vm.types.property},
        {"staticmethod", vm.types.static_method}, {"classmethod", vm.types.class_method}, {"super", vm.types.super},
    };
    for (auto [name, type] : core)
        add(name, type);
    for (const NativeType* type : {&enumerate_type, &filter_type, &map_type, &reversed_type, &zip_type})
        add(type->name, vm.native(*type));
}

static void add_exceptions(VM& vm) {
#define EXCEPTION(type_, base_, ...)                                                                                   \
    if (ExceptionId::type_ != ExceptionId::CancelledError)                                                             \
        dict_set(vm, *vm.builtins, intern(vm, #type_), vm.exception_type(ExceptionId::type_));
#include "vm/exceptions.def"
    for (const char* alias : {"EnvironmentError", "IOError"})
        dict_set(vm, *vm.builtins, intern(vm, alias), vm.exception_type(ExceptionId::OSError));
}

void set_up_builtins(VM& vm) {
    Module* module = make_module(vm, intern(vm, "builtins"));
    module->dict = vm.builtins;
    module_set(vm, *module, "__name__", intern(vm, "builtins"));
    module_set(vm, *module, "__doc__", make_short_str(vm, "Built-in functions, types, exceptions, and other objects."));
    module_set(vm, *module, "Ellipsis", Value::ellipsis());
    module_set(vm, *module, "NotImplemented", Value::not_implemented());
    module_set(vm, *module, "None", Value::none());
    module_set(vm, *module, "True", Value::boolean(true));
    module_set(vm, *module, "False", Value::boolean(false));
    module_set(vm, *module, "__debug__", Value::boolean(true));
    add_functions(vm, *module, builtin_number_functions());
    add_functions(vm, *module, builtin_iteration_functions());
    add_functions(vm, *module, builtin_object_functions());
    add_functions(vm, *module, builtin_statement_functions());
    add_functions(vm, *module, builtin_code_functions());
    add_types(vm);
    add_exceptions(vm);
    dict_set(vm, *vm.modules, intern(vm, "builtins"), module);
}

} // namespace ouro::stdlib
