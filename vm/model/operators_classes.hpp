// SPDX-License-Identifier: MIT
//
// What lies below isinstance() and issubclass() (operators.hpp): the answer of a class whose metaclass has no own.
#pragma once

#include "vm/result.hpp"
#include "vm/value.hpp"

namespace ouro::vm {

class VM;

// type.__subclasscheck__: is `derived` a subclass of `cls`? Both may be objects that are no types but have a tuple
// `__bases__`. TypeError "issubclass() arg 1 must be a class".
Result<bool> type_subclass_check(VM& vm, Value derived, Value cls);

} // namespace ouro::vm
