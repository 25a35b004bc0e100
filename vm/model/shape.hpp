// SPDX-License-Identifier: MIT
//
// Shapes at work: the roots from which they grow, and the slot area where an object keeps its attributes. type.hpp
// explains the design.
#pragma once

#include "vm/type.hpp"

namespace ouro::vm {

// The shape of new instances of `type`.
Shape* make_root_shape(VM& vm, Type* type, uint32_t inline_capacity);
// The shape of instances in dictionary mode, whatever room they have for slots.
Shape* dictionary_shape(VM& vm, Type* type);

// The slot area of an object: the overflow word (a Storage of further slots, a Dict in dictionary mode, or empty), then
// inline slots. Null when the type's instances have no attributes.
Value* attribute_area(Object* object);

// The instance's own attribute (no class, no descriptors), or empty.
Value get_own_attribute(VM& vm, Object* object, Str* name);
void set_own_attribute(VM& vm, Object* object, Str* name, Value value);
// object.__dict__: puts the instance into dictionary mode. Null when its type has no attributes.
Dict* instance_dict(VM& vm, Object* object);
// object.__dict__ = value, where the object has one. TypeError for anything but a dict.
Result<void> set_instance_dict(VM& vm, Object* object, Value value);

} // namespace ouro::vm
