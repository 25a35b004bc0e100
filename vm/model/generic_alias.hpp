// SPDX-License-Identifier: MIT
//
// Types made for annotations: `list[int]` (types.GenericAlias, PEP 585) and `int | None` (types.UnionType, PEP 604).
#pragma once

#include "vm/object.hpp"

namespace ouro::vm {

struct Tuple;

struct GenericAlias : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Value origin;
    Tuple* args;
    Tuple* parameters; // the type variables in args; null until asked for
    bool unpacked;     // *tuple[int, ...]
};

// origin[args]; a tuple is the list of arguments.
Value make_generic_alias(VM& vm, Value origin, Value args);
// The same of generic_alias_type's subclass `type`.
Value make_generic_alias(VM& vm, Type* type, Value origin, Value args);
// The `__class_getitem__` of builtin classes: class_fn<class_getitem>("__class_getitem__(cls, item, /)").
Result<Value> class_getitem(VM& vm, Value type, Value item);

extern const NativeType generic_alias_type;

} // namespace ouro::vm
