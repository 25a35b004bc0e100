// SPDX-License-Identifier: MIT
//
// What set_algebra.hpp declares. Which operand is walked and which is asked follows CPython, since it decides the order
// of the result's table.
#include "vm/objects/set/set_algebra.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/set_table.hpp"
#include "vm/model/core.hpp"

#include <utility>

namespace ouro::vm {

Result<Set*> set_copy(VM& vm, Set& source, bool frozen) {
    Set* copy = make_set(vm, frozen);
    TRY(set_merge(vm, *copy, source));
    return copy;
}

Result<Set*> set_from(VM& vm, Value iterable, bool frozen) {
    Set* set = make_set(vm, frozen);
    TRY(set_update(vm, *set, iterable));
    return set;
}

void set_swap(Set& a, Set& b) {
    std::swap(a.table, b.table);
    std::swap(a.mask, b.mask);
    std::swap(a.used, b.used);
    std::swap(a.filled, b.filled);
    a.version++;
    b.version++;
    Heap::barrier(&a);
    Heap::barrier(&b);
}

Result<Set*> set_intersection(VM& vm, Set& set, Value other) {
    Set* right = as<Set>(other);
    if (right == &set)
        return set_copy(vm, set, set.is_frozen());
    Set* result = make_set(vm, set.is_frozen());
    if (!right) {
        TRY(for_each(vm, other, [&](Value item) -> Result<void> {
            uint64_t hash = TRY(key_hash(vm, item));
            if (TRY(set_find(vm, set, item, hash)))
                TRY(set_add(vm, *result, item, hash));
            return {};
        }));
        return result;
    }
    Set* smaller = right->used > set.used ? &set : right;
    Set* larger = smaller == right ? &set : right;
    for (uint64_t position = 0; SetEntry* found = set_next_entry(*smaller, position);) {
        SetEntry entry = *found;
        if (TRY(set_find(vm, *larger, entry.key, entry.hash)))
            TRY(set_add(vm, *result, entry.key, entry.hash));
    }
    return result;
}

Result<void> set_difference_update(VM& vm, Set& set, Value other) {
    Set* right = as<Set>(other);
    if (right == &set) {
        set_clear(set);
        return {};
    }
    if (right) {
        if (right->used >> 3 > set.used) // far larger: what they share is all that matters
            right = TRY(set_intersection(vm, set, other));
        for (uint64_t position = 0; SetEntry* found = set_next_entry(*right, position);) {
            SetEntry entry = *found;
            TRY(set_remove(vm, set, entry.key, entry.hash));
        }
    } else {
        TRY(for_each(vm, other, [&](Value item) -> Result<void> {
            TRY(set_remove(vm, set, item, TRY(set_element_hash(vm, item))));
            return {};
        }));
    }
    return set_drop_dummies(vm, set);
}

static Result<Set*> copy_and_difference(VM& vm, Set& set, Value other) {
    Set* result = TRY(set_copy(vm, set, set.is_frozen()));
    TRY(set_difference_update(vm, *result, other));
    return result;
}

Result<Set*> set_difference(VM& vm, Set& set, Value other) {
    Set* right = as<Set>(other);
    Dict* dict = as_exact<Dict>(other);
    if (!right && !dict)
        return copy_and_difference(vm, set, other);
    if (set.used >> 2 > (right ? right->used : dict->size()))
        return copy_and_difference(vm, set, other);
    Set* result = make_set(vm, set.is_frozen());
    for (uint64_t position = 0; SetEntry* found = set_next_entry(set, position);) {
        SetEntry entry = *found;
        bool shared = right ? TRY(set_find(vm, *right, entry.key, entry.hash)) != nullptr
                            : TRY(dict_find(vm, *dict, entry.key, entry.hash)) != nullptr;
        if (!shared)
            TRY(set_add(vm, *result, entry.key, entry.hash));
    }
    return result;
}

// Removes the key if the set has it, else adds it.
static Result<void> toggle(VM& vm, Set& set, Value key, uint64_t hash) {
    if (!TRY(set_remove(vm, set, key, hash)))
        TRY(set_add(vm, set, key, hash));
    return {};
}

Result<void> set_symmetric_difference_update(VM& vm, Set& set, Value other) {
    if (other == Value(&set)) {
        set_clear(set);
        return {};
    }
    if (Dict* dict = as_exact<Dict>(other)) {
        for (uint32_t i = 0; i < dict->entry_count; i++) {
            DictEntry entry = dict->begin()[i];
            if (!entry.key.is_empty())
                TRY(toggle(vm, set, entry.key, entry.hash));
        }
        return {};
    }
    Set* right = as<Set>(other);
    if (!right)
        right = TRY(set_from(vm, other, false));
    for (uint64_t position = 0; SetEntry* found = set_next_entry(*right, position);) {
        SetEntry entry = *found;
        TRY(toggle(vm, set, entry.key, entry.hash));
    }
    return {};
}

Result<bool> set_is_subset(VM& vm, Set& set, Set& other) {
    if (set.used > other.used)
        return false;
    for (uint64_t position = 0; SetEntry* found = set_next_entry(set, position);) {
        SetEntry entry = *found;
        if (!TRY(set_find(vm, other, entry.key, entry.hash)))
            return false;
    }
    return true;
}

// Walks the smaller of two sets, else the other iterable up to the first item that both have.
Result<bool> set_is_disjoint(VM& vm, Set& set, Value other) {
    if (Set* right = as<Set>(other)) {
        if (right == &set)
            return set.used == 0;
        Set* smaller = right->used > set.used ? &set : right;
        Set* larger = smaller == right ? &set : right;
        for (uint64_t position = 0; SetEntry* found = set_next_entry(*smaller, position);) {
            SetEntry entry = *found;
            if (TRY(set_find(vm, *larger, entry.key, entry.hash)))
                return false;
        }
        return true;
    }
    Value iterator = TRY(get_iterator(vm, other));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return true;
        if (TRY(set_find(vm, set, item, TRY(set_element_hash(vm, item)))))
            return false;
    }
}

} // namespace ouro::vm
