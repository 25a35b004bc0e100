// SPDX-License-Identifier: MIT
//
// Calls of special methods (Data model 3.3.12): they are found on the type and then bound to the object as any
// attribute is, be they functions, class methods, partial methods or objects with a `__get__` of their own.
// call_special (calls.hpp) looks one up and does the same.
#pragma once

#include "vm/model/calls.hpp"

namespace ouro::vm {

// Does calling `method` with its object in front come to the same as calling the bound method? So it is with plain
// functions, for which no bound method is made.
inline bool takes_self(Value method) {
    if (as<Function>(method))
        return true;
    NativeFunction* native = as<NativeFunction>(method);
    return native && native->owner;
}
// Calls what a lookup on the type of arguments[0] found, bound to arguments[0], with the others.
Result<Value> call_found(VM& vm, Value method, std::span<const Value> arguments);
inline Result<Value> call_found(VM& vm, Value method, std::initializer_list<Value> arguments) {
    return call_found(vm, method, std::span<const Value>(arguments.begin(), arguments.size()));
}
// The same where a missing method is no error: empty when binding it raises AttributeError, which counts as missing.
Result<Value> call_if_bound(VM& vm, Value method, std::initializer_list<Value> arguments);
// type(object)'s special method without arguments, with the same leniency; empty when the type has none.
Result<Value> call_special_if_bound(VM& vm, Value object, Special special);

} // namespace ouro::vm
