// SPDX-License-Identifier: MIT
//
// The table of set and frozenset below the interface of set.hpp: for the set algebra and the methods. A set that was
// never added to has no table and counts as one of SMALLEST_SET_TABLE unused entries.
#pragma once

#include "vm/model/set.hpp"

namespace ouro::vm {

inline constexpr uint64_t SMALLEST_SET_TABLE = 8;
inline constexpr uint64_t DUMMY_HASH = uint64_t(-1); // no key hashes to it

inline uint64_t set_mask(const Set& set) { return set.table ? set.mask : SMALLEST_SET_TABLE - 1; }
inline SetEntry* set_entries(Set& set) { return reinterpret_cast<SetEntry*>(set.table->bytes()); }

// The next live entry, or null at the end. The set may change between the calls.
inline SetEntry* set_next_entry(Set& set, uint64_t& position) {
    if (!set.table)
        return nullptr;
    while (position <= set.mask) {
        SetEntry& entry = set_entries(set)[position++];
        if (!entry.key.is_empty())
            return &entry;
    }
    return nullptr;
}

// The entry of `key`, or null. Raises what __eq__ raises.
Result<SetEntry*> set_find(VM& vm, Set& set, Value key, uint64_t hash);
// True when the key was not there before.
Result<bool> set_add(VM& vm, Set& set, Value key, uint64_t hash);
// True when the key was there.
Result<bool> set_remove(VM& vm, Set& set, Value key, uint64_t hash);
// The hash of a frozenset with the same keys.
uint64_t set_hash_of_keys(Set& set);
void set_remove_entry(Set& set, SetEntry& entry);
void set_clear(Set& set);
Result<void> set_merge(VM& vm, Set& set, Set& other);
// A new table for more than `minimum` entries.
Result<void> set_resize(VM& vm, Set& set, uint64_t minimum);
// Grows the table for `more` keys to come at once.
Result<void> set_prepare_for_more(VM& vm, Set& set, uint64_t more);
// Makes a new table when more than a quarter are dummies.
Result<void> set_drop_dummies(VM& vm, Set& set);

} // namespace ouro::vm
