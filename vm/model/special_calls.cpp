// SPDX-License-Identifier: MIT
//
// Calls of special methods that need more than a function with its object in front.
#include "vm/model/special_calls.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

Result<Value> call_found(VM& vm, Value method, std::span<const Value> arguments) {
    if (takes_self(method))
        return call(vm, method, arguments);
    Value self = arguments[0];
    Value bound = TRY(bind_descriptor(vm, method, self, vm.type_of(self)));
    return call(vm, bound, arguments.subspan(1));
}

Result<Value> call_if_bound(VM& vm, Value method, std::initializer_list<Value> arguments) {
    std::span<const Value> all(arguments.begin(), arguments.size());
    if (takes_self(method))
        return call(vm, method, all);
    auto bound = bind_descriptor(vm, method, all[0], vm.type_of(all[0]));
    if (bound.is_error() && is_exception_of(bound.exception(), vm, ExceptionId::AttributeError))
        return Value();
    if (bound.is_error())
        return bound.error();
    return call(vm, bound.release(), all.subspan(1));
}

Result<Value> call_special_if_bound(VM& vm, Value object, Special special) {
    Value method = vm.type_of(object)->special(vm, special);
    return method ? call_if_bound(vm, method, {object}) : Value();
}

} // namespace ouro::vm
