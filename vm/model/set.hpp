// SPDX-License-Identifier: MIT
//
// set and frozenset. The table is probed and resized as CPython's is, so that sets of ints iterate in the same order.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <cstdint>

namespace ouro::vm {

struct SetEntry {
    Value key;     // empty: never used; Ellipsis-tagged dummies are marked by hash (set.cpp)
    uint64_t hash;
};

struct Set : Object {
    static constexpr Kind KIND = Kind::Set;
    static constexpr uint8_t FROZEN = FLAG_A;
    Storage* table; // SetEntry array of mask + 1, null while empty
    uint64_t mask;
    uint64_t used;   // live entries
    uint64_t filled; // live entries and dummies
    uint64_t version; // changes when keys are added or removed: iterators raise
    uint64_t hash;   // of a frozenset, 0 while not computed

    bool is_frozen() const { return flags & FROZEN; }
    size_t size() const { return used; }
};

Set* make_set(VM& vm, bool frozen = false);
Result<void> set_add(VM& vm, Set& set, Value key);
Result<bool> set_contains(VM& vm, Set& set, Value key);
Result<bool> set_remove(VM& vm, Set& set, Value key);
Result<void> set_update(VM& vm, Set& set, Value iterable);
// Walks the set: `position` starts at 0; false at the end.
bool set_next(Set& set, uint64_t& position, Value& key);

} // namespace ouro::vm
