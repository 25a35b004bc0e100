// SPDX-License-Identifier: MIT
//
// set and frozenset: the table. Algebra stands in set_algebra.cpp, the types' methods in set_methods.cpp.
//
// The order in which a set is walked is the order of its table, and scripts see it: so hashes are probed (a run of
// neighbours, then a jump), tables are sized and merged by the very same rules as CPython's, and sets of ints print
// alike.
//
//   unused entry    no key, hash 0
//   dummy           no key, hash DUMMY_HASH: a removed key; probes go on behind it, added keys take its place
//
// Comparing keys may run script code that changes this very set: a resize always makes a new table, so that a search
// notices and starts again.
#include "vm/model/set.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/set_table.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

static constexpr uint64_t NEIGHBOURS = 9;
static constexpr uint64_t MANY_KEYS = 50000; // beyond it tables grow by two instead of four

// Every entry in the order in which a hash probes them: visit(entry) until it returns something true.
template <class Visit>
static auto probe(SetEntry* table, uint64_t mask, uint64_t hash, Visit&& visit) -> decltype(visit(*table)) {
    uint64_t perturb = hash;
    for (uint64_t i = hash & mask;;) {
        uint64_t last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
        for (uint64_t k = i; k <= last; k++) {
            if (auto found = visit(table[k]))
                return found;
        }
        perturb >>= 5;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static bool is_unused(const SetEntry& entry) { return entry.key.is_empty() && entry.hash == 0; }

// Adds a key to a table that has neither it nor dummies.
static void insert_clean(SetEntry* table, uint64_t mask, Value key, uint64_t hash) {
    probe(table, mask, hash, [&](SetEntry& entry) {
        if (!entry.key.is_empty())
            return false;
        entry = {key, hash};
        return true;
    });
}

// The smallest table for more than `minimum` keys' worth of space; null when empty tables will do.
static Result<Storage*> allocate_table(VM& vm, uint64_t minimum, uint64_t& mask) {
    uint64_t size = SMALLEST_SET_TABLE;
    while (size <= minimum) {
        if (size > (uint64_t(1) << 56))
            return vm.memory_error();
        size <<= 1;
    }
    size_t bytes = size * sizeof(SetEntry);
    if (bytes > Heap::LARGEST_SMALL)
        TRY(vm.heap.reserve(bytes));
    mask = size - 1;
    return vm.heap.allocate_storage(bytes);
}

Result<void> set_resize(VM& vm, Set& set, uint64_t minimum) {
    uint64_t mask = 0;
    Storage* storage = TRY(allocate_table(vm, minimum, mask));
    auto* table = reinterpret_cast<SetEntry*>(storage->bytes());
    uint64_t position = 0;
    while (SetEntry* entry = set_next_entry(set, position))
        insert_clean(table, mask, entry->key, entry->hash);
    set.filled = set.used;
    set.mask = mask;
    Heap::store(&set, set.table, storage);
    return {};
}

// After an entry was added: grows the table once it is three fifths full.
static Result<void> grow_if_full(VM& vm, Set& set) {
    if (set.filled * 5 < set.mask * 3)
        return {};
    return set_resize(vm, set, set.used > MANY_KEYS ? set.used * 2 : set.used * 4);
}

Result<void> set_prepare_for_more(VM& vm, Set& set, uint64_t more) {
    if ((set.filled + more) * 5 >= set_mask(set) * 3)
        return set_resize(vm, set, (set.used + more) * 2);
    return {};
}

Result<void> set_drop_dummies(VM& vm, Set& set) {
    if (set.filled - set.used <= set_mask(set) / 4)
        return {};
    return set_resize(vm, set, set.used > MANY_KEYS ? set.used * 2 : set.used * 4);
}

// What a look at one entry found out. Everything but GoOn ends the probe.
struct SetSighting {
    enum Kind : uint8_t { GoOn, Unused, Same, Changed, Error } kind = GoOn;
    SetEntry* entry = nullptr;
    Exception* exception = nullptr;
    explicit operator bool() const { return kind != GoOn; }
};

static SetSighting look_at(VM& vm, Set& set, SetEntry& entry, Value key, uint64_t hash) {
    if (entry.hash != hash)
        return is_unused(entry) ? SetSighting{SetSighting::Unused, &entry} : SetSighting{};
    if (entry.key.is_empty())
        return hash == 0 ? SetSighting{SetSighting::Unused, &entry} : SetSighting{};
    Value other = entry.key;
    switch (quick_key_match(other, key)) {
    case KeyMatch::Same:
        return {SetSighting::Same, &entry};
    case KeyMatch::Different:
        return {};
    case KeyMatch::Unknown:
        break;
    }
    Storage* table_before = set.table;
    Result<bool> same = equal(vm, other, key);
    if (same.is_error())
        return {SetSighting::Error, nullptr, same.exception()};
    if (set.table != table_before || entry.key != other)
        return {SetSighting::Changed};
    return same.release() ? SetSighting{SetSighting::Same, &entry} : SetSighting{};
}

// The first entry on the way of `hash` that is unused or whose key is the very same Value, when the way to it leads by
// none with an equal hash nor by dummies: what nearly all searches find. Else null.
static SetEntry* look_up_quickly(Set& set, Value key, uint64_t hash) {
    SetEntry* found = nullptr;
    probe(set_entries(set), set.mask, hash, [&](SetEntry& entry) {
        if (entry.hash == hash) {
            found = entry.key == key ? &entry : is_unused(entry) ? &entry : nullptr;
            return true;
        }
        if (entry.hash == DUMMY_HASH)
            return true;
        if (!is_unused(entry))
            return false;
        found = &entry;
        return true;
    });
    return found;
}

// The entry with the key, or the one where it would go: the last dummy on its way, else the unused entry at its end.
static Result<SetEntry*> look_up(VM& vm, Set& set, Value key, uint64_t hash) {
    if (SetEntry* entry = look_up_quickly(set, key, hash))
        return entry;
    for (;;) {
        SetEntry* dummy = nullptr;
        SetSighting sighting = probe(set_entries(set), set.mask, hash, [&](SetEntry& entry) {
            if (entry.hash == DUMMY_HASH)
                dummy = &entry;
            return look_at(vm, set, entry, key, hash);
        });
        if (sighting.kind == SetSighting::Error)
            return Raised{sighting.exception};
        if (sighting.kind == SetSighting::Same || (sighting.kind == SetSighting::Unused && !dummy))
            return sighting.entry;
        if (sighting.kind == SetSighting::Unused && dummy->hash == DUMMY_HASH)
            return dummy;
        if (!set.table) // script code changed the set under the search: start again
            TRY(set_resize(vm, set, 0));
    }
}

Result<SetEntry*> set_find(VM& vm, Set& set, Value key, uint64_t hash) {
    if (!set.table)
        return static_cast<SetEntry*>(nullptr);
    SetEntry* entry = TRY(look_up(vm, set, key, hash));
    return entry->key.is_empty() ? nullptr : entry;
}

Result<bool> set_add(VM& vm, Set& set, Value key, uint64_t hash) {
    if (!set.table)
        TRY(set_resize(vm, set, 0));
    SetEntry* entry = TRY(look_up(vm, set, key, hash));
    if (!entry->key.is_empty())
        return false;
    bool was_unused = entry->hash != DUMMY_HASH;
    *entry = {key, hash};
    set.used++;
    set.version++;
    Heap::barrier(&set);
    if (was_unused) {
        set.filled++;
        TRY(grow_if_full(vm, set));
    }
    return true;
}

void set_remove_entry(Set& set, SetEntry& entry) {
    entry = {Value(), DUMMY_HASH};
    set.used--;
    set.version++;
}

Result<bool> set_remove(VM& vm, Set& set, Value key, uint64_t hash) {
    SetEntry* entry = TRY(set_find(vm, set, key, hash));
    if (entry)
        set_remove_entry(set, *entry);
    return entry != nullptr;
}

void set_clear(Set& set) {
    set.table = nullptr;
    set.mask = set.used = set.filled = 0; // where the next pop begins (aux) stays
    set.version++;
}

// --- Whole sets --------------------------------------------------------------------------------------------------

// Fills an empty set: as it is when the tables are alike and there is no dummy to drop, else key by key.
static Result<void> merge_into_empty(VM& vm, Set& set, Set& other) {
    if (!set.table)
        TRY(set_resize(vm, set, 0));
    if (set.mask == other.mask && other.filled == other.used) {
        std::memcpy(set.table->bytes(), other.table->bytes(), (set.mask + 1) * sizeof(SetEntry));
    } else {
        uint64_t position = 0;
        while (SetEntry* entry = set_next_entry(other, position))
            insert_clean(set_entries(set), set.mask, entry->key, entry->hash);
    }
    set.used = set.filled = other.used;
    set.version++;
    Heap::barrier(&set);
    return {};
}

Result<void> set_merge(VM& vm, Set& set, Set& other) {
    if (&set == &other || other.used == 0)
        return {};
    TRY(set_prepare_for_more(vm, set, other.used));
    if (set.filled == 0)
        return merge_into_empty(vm, set, other);
    for (uint64_t position = 0; SetEntry* entry = set_next_entry(other, position);)
        TRY(set_add(vm, set, entry->key, entry->hash));
    return {};
}

static Result<void> update_from_dict(VM& vm, Set& set, Dict& dict) {
    TRY(set_prepare_for_more(vm, set, dict.size()));
    for (uint32_t i = 0; i < dict.entry_count; i++) {
        DictEntry entry = dict.begin()[i];
        if (!entry.key.is_empty())
            TRY(set_add(vm, set, entry.key, entry.hash));
    }
    return {};
}

Result<void> set_update(VM& vm, Set& set, Value iterable) {
    if (Set* other = as<Set>(iterable))
        return set_merge(vm, set, *other);
    if (Dict* dict = as_exact<Dict>(iterable))
        return update_from_dict(vm, set, *dict);
    return for_each(vm, iterable, [&](Value item) -> Result<void> { return set_add(vm, set, item); });
}

// --- The interface -----------------------------------------------------------------------------------------------

Set* make_set(VM& vm, bool frozen) {
    Type* type = frozen ? vm.types.frozenset : vm.types.set;
    Set* set = vm.heap.make<Set>(type->root_shape);
    if (frozen)
        set->flags |= Set::FROZEN;
    return set;
}

Result<void> set_add(VM& vm, Set& set, Value key) {
    TRY(set_add(vm, set, key, TRY(set_element_hash(vm, key))));
    return {};
}

static uint64_t shuffle_bits(uint64_t hash) { return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u; }

// The constants are those that make hash(frozenset(...)) what Python prints.
uint64_t set_hash_of_keys(Set& set) {
    uint64_t hash = 0;
    for (uint64_t position = 0; SetEntry* entry = set_next_entry(set, position);)
        hash ^= shuffle_bits(entry->hash);
    hash ^= (set.used + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    return hash == uint64_t(-1) ? 590923713u : hash;
}

// The hash of a key to look for: a set is looked for as the frozenset with the same keys.
static Result<uint64_t> searched_hash(VM& vm, Value key) {
    Set* set = as<Set>(key);
    if (set && !set->is_frozen() && vm.type_of(key)->special(vm, Special::Hash).is_none())
        return set_hash_of_keys(*set);
    return set_element_hash(vm, key);
}

Result<bool> set_contains(VM& vm, Set& set, Value key) {
    return TRY(set_find(vm, set, key, TRY(searched_hash(vm, key)))) != nullptr;
}

Result<bool> set_remove(VM& vm, Set& set, Value key) { return set_remove(vm, set, key, TRY(searched_hash(vm, key))); }

bool set_next(Set& set, uint64_t& position, Value& key) {
    SetEntry* entry = set_next_entry(set, position);
    if (entry)
        key = entry->key;
    return entry != nullptr;
}

} // namespace ouro::vm
