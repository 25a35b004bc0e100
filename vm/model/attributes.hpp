// SPDX-License-Identifier: MIT
//
// Attributes of any value, as the protocol of descriptors defines them (Data model 3.3.2), and the parts of it that the
// interpreter shares.
#pragma once

#include "vm/model/layouts.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

Result<Value> get_attribute(VM& vm, Value object, Str* name);
Result<Value> get_attribute(VM& vm, Value object, const char* name);
// Empty instead of AttributeError.
Result<Value> find_attribute(VM& vm, Value object, Str* name);
Result<Value> find_attribute(VM& vm, Value object, const char* name);
Result<void> set_attribute(VM& vm, Value object, Str* name, Value value);
Result<void> delete_attribute(VM& vm, Value object, Str* name);
// object.__getattribute__ and object.__setattr__ themselves (value empty: delete).
Result<Value> generic_get_attribute(VM& vm, Value object, Str* name);
Result<void> generic_set_attribute(VM& vm, Value object, Str* name, Value value);
// descriptor.__get__(object, type), or the descriptor itself when its type has no __get__. `object` empty for class
// access.
Result<Value> bind_descriptor(VM& vm, Value descriptor, Value object, Type* type);

// What a property calls itself: the name it was given, its getter's, or empty. Raises what looking for that raises.
Result<Value> name_of_property(VM& vm, Property& property);
// AttributeError "property 'name' of 'C' object has no setter", or what asking for the name raises.
Raised refuse_property(VM& vm, Property& property, Value object, const char* what);

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
// Tells an AttributeError that names neither attribute nor object which read it ended. Every read of an attribute that
// fails does so, whoever raised the error.
void name_failed_read(VM& vm, Exception& error, Value object, Str* name);
// super(type, self).name
Result<Value> super_get_attribute(VM& vm, Type* type, Value self, Str* name);

} // namespace ouro::vm
