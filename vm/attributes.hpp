// SPDX-License-Identifier: MIT
//
// The parts of attribute access that the interpreter shares with operators.hpp's get_attribute and set_attribute.
#pragma once

#include "vm/objects/core.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// Does the type of `descriptor` define __set__ or __delete__?
bool is_data_descriptor(VM& vm, Value descriptor);
Result<Value> call_getter(VM& vm, Getter& getter, Value object);
// descriptor.__set__(object, value), or __delete__ for the empty value; `name` is for messages.
Result<void> write_descriptor(VM& vm, Value descriptor, Value object, Str* name, Value value);
// object.__getattribute__, type.__getattribute__ or the module's, as fits; empty when there is no such attribute.
Result<Value> generic_lookup(VM& vm, Value object, Str* name);

// The type in whose MRO super(type, self) searches; TypeError when self is no instance or subtype.
Result<Type*> super_check(VM& vm, Type* type, Value self);
// The attribute after `type` in self_type's MRO, unbound, or empty.
Value super_lookup(VM& vm, Type* type, Type* self_type, Str* name);
// super(type, self).name
Result<Value> super_get_attribute(VM& vm, Type* type, Value self, Str* name);

} // namespace ouro::vm
