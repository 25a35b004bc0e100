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

struct UnionType : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Tuple* args; // flat, without duplicates; at least two
    Tuple* parameters;
};

// origin[args]; a tuple is the list of arguments.
Result<Value> make_generic_alias(VM& vm, Value origin, Value args);
// The `__class_getitem__` of builtin classes: class_fn<class_getitem>("__class_getitem__(cls, item, /)").
Result<Value> class_getitem(VM& vm, Value type, Value item);
// a | b for types; NotImplemented when one of them is no type.
Result<Value> make_union(VM& vm, Value a, Value b);
// The union of all members, whatever they are: the single member when there is only one.
Result<Value> make_union(VM& vm, Tuple& members);

extern const NativeType generic_alias_type, union_type;

} // namespace ouro::vm
