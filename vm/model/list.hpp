// SPDX-License-Identifier: MIT
//
// list: a growing array of Values in a Storage.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <span>

namespace ouro::vm {

struct List : Object {
    static constexpr Kind KIND = Kind::List;
    Storage* storage; // null while the capacity is 0
    uint64_t length;
    uint64_t capacity;

    size_t size() const { return length; }
    Value* items() { return storage ? storage->values() : nullptr; }
    Value& operator[](size_t index) { return storage->values()[index]; }
};

List* make_list(VM& vm, size_t capacity = 0); // bounded capacity; empty list
List* make_list(VM& vm, std::span<const Value> items);
Result<void> list_append(VM& vm, List& list, Value value);
Result<void> list_extend(VM& vm, List& list, Value iterable);
Result<void> list_reserve(VM& vm, List& list, size_t capacity);

} // namespace ouro::vm
