// SPDX-License-Identifier: MIT
//
// The native parts of collections.namedtuple.
#pragma once

#include "vm/result.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

// _collections._tuple_new(cls, items): an instance of a tuple subclass with these items. namedtuple.cpp
vm::Result<vm::Value> namedtuple_instance(vm::VM& vm, vm::Value cls, vm::Value items);
// _collections._constructor(name, fields, defaults): the __new__ of a named tuple class, a script function.
vm::Result<vm::Value> namedtuple_constructor(vm::VM& vm, vm::Value name, vm::Value fields, vm::Value defaults);

} // namespace ouro::stdlib
