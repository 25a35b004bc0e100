// SPDX-License-Identifier: MIT
//
// Unions of types: `int | str`. They share their type variables with generic aliases.
#pragma once

#include "vm/model/generic_alias.hpp"

namespace ouro::vm {

struct UnionType : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Tuple* args; // flat, without duplicates; at least two
    Tuple* parameters;
};

// a | b for types; NotImplemented when one of them is no type.
Result<Value> make_union(VM& vm, Value a, Value b);
// The union of all members, whatever they are: the single member when there is only one.
Result<Value> make_union(VM& vm, Tuple& members);

extern const NativeType union_type;

} // namespace ouro::vm
