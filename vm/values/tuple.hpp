// SPDX-License-Identifier: MIT
//
// tuple: immutable items in the object itself.
#pragma once

#include "vm/object.hpp"

#include <initializer_list>
#include <span>

namespace ouro::vm {

struct Tuple : Object { // aux: length
    static constexpr Kind KIND = Kind::Tuple;
    size_t size() const { return aux; }
    Value* items() { return reinterpret_cast<Value*>(this + 1); }
    const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
    Value& operator[](size_t index) { return items()[index]; }
};

// A tuple of `size` None items, to be filled through items() before it is shown to anyone. The size must be bounded;
// reserve() first where a script chooses it.
Tuple* make_tuple(VM& vm, size_t size);
Tuple* make_tuple(VM& vm, std::span<const Value> items);
Tuple* make_tuple(VM& vm, std::initializer_list<Value> items);
uint64_t tuple_hash_combine(const uint64_t* hashes, size_t count); // CPython's

} // namespace ouro::vm
