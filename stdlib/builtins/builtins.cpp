// SPDX-License-Identifier: MIT
//
// Set-up of the module builtins: functions, types, exceptions and constants by name.
#include "stdlib/builtins/builtins.hpp"

#include "stdlib/builtins/buffer_methods.hpp"
#include "stdlib/builtins/memoryview.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace vm;

// `name`: one str for all of them, which is not that of the types, as pickles show.
static void add_functions(VM& vm, Module& module, Str* name, std::span<const NativeDef> functions) {
    for (const NativeDef& def : functions) {
        NativeFunction* function = make_native_function(vm, def, nullptr, &module);
        function->module = name;
        dict_set(vm, *vm.builtins, intern(vm, def.name()), function);
    }
}

static constexpr NativeDef TYPES[] = {
    type_constant("object", object_type),
    type_constant("type", type_type),
    type_constant("int", int_type),
    type_constant("bool", bool_type),
    type_constant("float", float_type),
    type_constant("str", str_type),
    type_constant("bytearray", bytearray_type),
    type_constant("bytes", bytes_type),
    type_constant("list", list_type),
    type_constant("tuple", tuple_type),
    type_constant("dict", dict_type),
    type_constant("set", set_type),
    type_constant("frozenset", frozenset_type),
    type_constant("range", range_type),
    type_constant("slice", slice_type),
    type_constant("property", property_type),
    type_constant("staticmethod", static_method_type),
    type_constant("classmethod", class_method_type),
    type_constant("super", super_type),
    type_constant("enumerate", enumerate_type),
    type_constant("filter", filter_type),
    type_constant("map", map_type),
    type_constant("memoryview", memoryview_type),
    type_constant("reversed", reversed_type),
    type_constant("zip", zip_type),
};

static void add_types(VM& vm) {
    for (const NativeDef& def : TYPES)
        dict_set(vm, *vm.builtins, intern(vm, def.name()), vm.native(*def.native_type));
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
    Module* module = make_native_module(vm, intern(vm, "builtins"), vm.builtins);
    module->flags |= Module::FILLED;
    module_set(vm, *module, "__doc__", make_short_str(vm, "Built-in functions, types, exceptions, and other objects."));
    module_set(vm, *module, "Ellipsis", Value::ellipsis());
    module_set(vm, *module, "NotImplemented", Value::not_implemented());
    module_set(vm, *module, "None", Value::none());
    module_set(vm, *module, "True", Value::boolean(true));
    module_set(vm, *module, "False", Value::boolean(false));
    module_set(vm, *module, "__debug__", Value::boolean(true));
    Str* name = make_short_str(vm, "builtins");
    add_functions(vm, *module, name, builtin_number_functions());
    add_functions(vm, *module, name, builtin_iteration_functions());
    add_functions(vm, *module, name, builtin_object_functions());
    add_functions(vm, *module, name, builtin_statement_functions());
    add_functions(vm, *module, name, builtin_code_functions());
    add_quitters(vm);
    add_buffer_methods(vm);
    add_types(vm);
    add_exceptions(vm);
    dict_set(vm, *vm.modules, intern(vm, "builtins"), module);
}

} // namespace ouro::stdlib
