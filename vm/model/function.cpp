// SPDX-License-Identifier: MIT
//
// Making functions, bound methods and cells.
#include "vm/model/function.hpp"

#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/native_slots.hpp"
#include "vm/values/intern.hpp"

namespace ouro::vm {

NativeFunction* make_native_function(VM& vm, const NativeDef& def, Type* owner, Value self) {
    auto* function = vm.heap.make<NativeFunction>(vm.types.native_function->root_shape);
    function->def = &def;
    function->owner = owner;
    function->self = self;
    function->name = function->qualname = intern(vm, def.name());
    function->module = Value::none();
    if (owner && def.type == NativeDef::Type::Function) {
        bool is_wrapper = is_slot_wrapper(vm, *function);
        function->shape = vm.native(is_wrapper ? wrapper_descriptor_type : method_descriptor_type)->root_shape;
    }
    return function;
}

// Bound native methods are no `method` to scripts, though they have its layout.
static Type* type_of_bound(VM& vm, Value function) {
    NativeFunction* native = as<NativeFunction>(function);
    if (!native)
        return vm.types.bound_method;
    bool is_wrapper = native->type()->native == &wrapper_descriptor_type;
    return is_wrapper ? vm.native(method_wrapper_type) : vm.types.native_function;
}

BoundMethod* make_bound_method(VM& vm, Value function, Value self) {
    auto* method = vm.heap.make<BoundMethod>(type_of_bound(vm, function)->root_shape);
    method->function = function;
    method->self = self;
    return method;
}

Cell* make_cell(VM& vm, Value value) {
    auto* cell = vm.heap.make<Cell>(vm.types.cell->root_shape);
    cell->value = value;
    return cell;
}

Dict* current_builtins(VM& vm) {
    Frame* frame = current_frame(vm);
    return frame ? frame->function->builtins : vm.builtins;
}

Dict* builtins_of(VM& vm, Dict& globals) {
    DictEntry* own = dict_find(globals, vm.names.dunder_builtins);
    if (!own)
        return vm.builtins;
    if (Module* module = as<Module>(own->value))
        return module->dict;
    Dict* names = as<Dict>(own->value);
    return names ? names : make_dict(vm);
}

Function* make_function(VM& vm, Code& code, Dict* globals) {
    Dict* builtins = builtins_of(vm, *globals);
    auto* function = vm.heap.make<Function>(vm.types.function->root_shape,
                                            sizeof(Function) + sizeof(Value)); // and an empty slot area
    function->code = &code;
    function->globals = globals;
    function->builtins = builtins;
    function->name = code.name;
    function->qualname = code.qualname;
    function->doc = code.docstring;
    DictEntry* module = dict_find(*globals, vm.names.dunder_name);
    function->module = module ? module->value : Value::none();
    return function;
}

} // namespace ouro::vm
