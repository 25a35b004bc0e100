// SPDX-License-Identifier: MIT
//
// The native types of package collections (module _collections). The rest of the package is Python: stdlib/collections/.
#pragma once

#include "vm/type.hpp"

namespace ouro::stdlib {

extern const vm::NativeType deque_type;        // deque.cpp
extern const vm::NativeType defaultdict_type;  // collections.cpp
extern const vm::NativeType ordered_dict_type; // ordered_dict.cpp
extern const vm::NativeType tuple_getter_type; // namedtuple.cpp

// _collections._tuple_new(cls, items): an instance of a tuple subclass with these items. namedtuple.cpp
vm::Result<vm::Value> namedtuple_instance(vm::VM& vm, vm::Value cls, vm::Value items);
// _collections._constructor(name, fields, defaults): the __new__ of a named tuple class, a script function.
vm::Result<vm::Value> namedtuple_constructor(vm::VM& vm, vm::Value name, vm::Value fields, vm::Value defaults);

} // namespace ouro::stdlib
