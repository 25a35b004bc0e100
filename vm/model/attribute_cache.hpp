// SPDX-License-Identifier: MIT
//
// Caches of attribute lookups that belong to no single instruction.
//
// What polymorphic attribute instructions fall back on: a direct-mapped table from (shape id, name, use) to what an
// inline cache would hold. An instruction whose inline cache missed looks here before it searches the class; the first
// miss of all fills only the inline cache, so code with one shape per place never touches the table.
//
// Entries are weak: a value is only read after its shape id was found in a live object, and an id is never given twice
// nor kept when its class changes, so the class still holds the value. Names are known by address, so everything is
// forgotten when interned strings have died.
#pragma once

#include "vm/model/code.hpp"

#include <algorithm>
#include <cstdint>

namespace ouro::vm {

struct AttributeCache {
    enum class Use : uint8_t { Read, Write, Method };
    struct Entry {
        uint32_t shape_id;
        Op op; // to which the instruction quickens
        Use use;
        uint32_t offset, offset2;
        Str* name;
        Value value;
    };
    static constexpr size_t COUNT = 512;
    Entry entries[COUNT] = {};

    // What Type::lookup found, by the id of the type's root shape and the name. The same rule keeps these alive.
    struct Lookup {
        uint32_t shape_id;
        const Str* name;
        Value value; // empty: there is no such attribute
    };
    Lookup lookups[COUNT] = {};

    void clear() {
        std::fill_n(entries, COUNT, Entry());
        std::fill_n(lookups, COUNT, Lookup());
    }

    Lookup& lookup_slot(uint32_t shape_id, const Str* name) {
        uint64_t key = (reinterpret_cast<uintptr_t>(name) >> 4) + shape_id * 7919u;
        return lookups[(key * 0x9E3779B97F4A7C15ull) >> 55];
    }

    Entry& slot(uint32_t shape_id, const Str* name, Use use) {
        uint64_t key = (reinterpret_cast<uintptr_t>(name) >> 4) + shape_id * 7919u + uint64_t(use) * 101;
        return entries[(key * 0x9E3779B97F4A7C15ull) >> 55];
    }
    // The entry for these, or null.
    Entry* find(uint32_t shape_id, const Str* name, Use use) {
        Entry& entry = slot(shape_id, name, use);
        return entry.shape_id == shape_id && entry.name == name && entry.use == use ? &entry : nullptr;
    }
};
static_assert(AttributeCache::COUNT == 1 << (64 - 55));

} // namespace ouro::vm
