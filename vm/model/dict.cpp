// SPDX-License-Identifier: MIT
//
// dict: the table. Methods stand in dict_methods.cpp, views and iterators in dict_views.cpp.
//
//   entries   [ key value hash | key value hash | ... ]        in the order of insertion; a deleted entry has no key
//   indices   [ 0 3 0 1 0 0 2 0 ]                              1 + position in entries; 0: free; 1, 2 or 4 bytes wide
//
// The smallest dicts have no indices and are searched from front to back. A deleted entry keeps its place until the
// table is rebuilt, which happens when entry_count + stale reaches the capacity, so a probe always ends at a free
// index. Capacities grow as CPython's do. The index of a deleted entry is dead: the next key whose probe comes by takes
// it, so that a key that comes and goes does not lengthen its own probe. `stale` counts the indices whose entries
// popitem took away; of those that were taken again it may count too many.
//
// Comparing keys may run script code, which may change this very dict: a rebuild always makes a new entries storage, so
// that a search notices and starts again.
#include "vm/model/dict.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/class.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <bit>

namespace ouro::vm {

static constexpr uint64_t SMALLEST_TABLE = 8;
static constexpr uint64_t LARGEST_TABLE = uint64_t(1) << 31;

// Entries that a table of `size` indices serves: two thirds.
static constexpr uint64_t capacity_of_table(uint64_t size) { return (size << 1) / 3; }

static uint64_t table_size_for(uint64_t wanted) { return std::bit_ceil(std::max(wanted, SMALLEST_TABLE)); }

static size_t index_width(uint64_t table_size) { return table_size <= 0x100 ? 1 : table_size <= 0x10000 ? 2 : 4; }

static uint32_t read_index(const Dict& dict, size_t slot) {
    std::byte* table = dict.indices->bytes();
    if (dict.index_mask <= 0xFF)
        return reinterpret_cast<const uint8_t*>(table)[slot];
    if (dict.index_mask <= 0xFFFF)
        return reinterpret_cast<const uint16_t*>(table)[slot];
    return reinterpret_cast<const uint32_t*>(table)[slot];
}

static void write_index(Dict& dict, size_t slot, uint32_t index) {
    std::byte* table = dict.indices->bytes();
    if (dict.index_mask <= 0xFF)
        reinterpret_cast<uint8_t*>(table)[slot] = uint8_t(index);
    else if (dict.index_mask <= 0xFFFF)
        reinterpret_cast<uint16_t*>(table)[slot] = uint16_t(index);
    else
        reinterpret_cast<uint32_t*>(table)[slot] = index;
}

// The order in which the indices are tried for a hash: it visits every slot in the end.
struct Probe {
    uint64_t slot, perturb, mask;
    Probe(uint64_t hash, uint64_t mask) : slot(hash & mask), perturb(hash), mask(mask) {}
    void advance() {
        perturb >>= 5;
        slot = (slot * 5 + perturb + 1) & mask;
    }
};

static void insert_index(Dict& dict, uint64_t hash, uint32_t position) {
    Probe probe(hash, dict.index_mask);
    while (read_index(dict, probe.slot))
        probe.advance();
    write_index(dict, probe.slot, position + 1);
}

// The same where indices may be dead: true when it took such a one. To be called before the entry is filled in.
__attribute__((noinline)) static bool reuse_index(Dict& dict, uint64_t hash, uint32_t position) {
    Probe probe(hash, dict.index_mask);
    uint32_t index;
    while ((index = read_index(dict, probe.slot))) {
        bool is_stale = index > dict.entry_count;
        if (is_stale || dict.begin()[index - 1].key.is_empty())
            break;
        probe.advance();
    }
    write_index(dict, probe.slot, position + 1);
    return index != 0;
}

// Moves the live entries to new storage with `table_size` indices, behind so many deleted ones. Allocates first, then
// changes.
static void rebuild(VM& vm, Dict& dict, uint64_t table_size, uint32_t first = 0) {
    uint64_t capacity = capacity_of_table(table_size);
    Storage* entries = vm.heap.allocate_raw_storage(capacity * sizeof(DictEntry)); // read up to entry_count only
    Storage* indices =
        table_size > SMALLEST_TABLE ? vm.heap.allocate_storage(table_size * index_width(table_size)) : nullptr;
    auto* target = reinterpret_cast<DictEntry*>(entries->bytes());
    std::fill_n(target, first, DictEntry{});
    uint32_t count = first;
    for (DictEntry& entry : dict) {
        if (!entry.key.is_empty())
            target[count++] = entry;
    }
    dict.entries = entries;
    dict.indices = indices;
    dict.entry_count = count;
    dict.entry_capacity = uint32_t(capacity);
    dict.index_mask = uint32_t(table_size - 1);
    dict.stale = 0;
    dict.keys_version = 0;
    Heap::barrier(&dict);
    if (indices) {
        for (uint32_t i = first; i < count; i++)
            insert_index(dict, target[i].hash, i);
    }
}

static Result<void> reserve_table(VM& vm, uint64_t table_size) {
    if (table_size > LARGEST_TABLE)
        return vm.memory_error();
    size_t bytes = capacity_of_table(table_size) * sizeof(DictEntry) + table_size * index_width(table_size);
    return bytes > Heap::LARGEST_SMALL ? vm.heap.reserve(bytes) : Result<void>();
}

static bool is_full(const Dict& dict) { return dict.entry_count + dict.stale >= dict.entry_capacity; }

static void append_entry(Dict& dict, Value key, uint64_t hash, Value value) {
    uint32_t position = dict.entry_count;
    if (dict.indices) {
        bool has_dead = dict.used != position || dict.stale;
        if (!has_dead) [[likely]]
            insert_index(dict, hash, position);
        else if (reuse_index(dict, hash, position) && dict.stale)
            dict.stale--; // as many indices as before, for one entry more
    }
    dict.entry_count++;
    dict.begin()[position] = {key, value, hash};
    dict.used++;
    dict.keys_version = 0;
    Heap::barrier(&dict);
}

Result<void> dict_reserve(VM& vm, Dict& dict, size_t count) {
    uint64_t table_size = table_size_for(uint64_t(count) * 3 / 2 + 1);
    if (dict.entry_capacity >= count || table_size <= SMALLEST_TABLE)
        return {};
    TRY(reserve_table(vm, table_size));
    rebuild(vm, dict, table_size);
    return {};
}

Result<void> dict_insert_new(VM& vm, Dict& dict, Value key, uint64_t hash, Value value) {
    if (is_full(dict)) {
        uint64_t table_size = table_size_for(uint64_t(dict.used) * 3);
        TRY(reserve_table(vm, table_size));
        rebuild(vm, dict, table_size);
    }
    append_entry(dict, key, hash, value);
    return {};
}

// --- Searching ---------------------------------------------------------------------------------------------------

// Entries with this hash, one after another, by the index table or from front to back.
template <class Index, class Visit>
static auto visit_indexed(Dict& dict, uint64_t hash, Visit&& visit) -> decltype(visit(uint32_t())) {
    auto* table = reinterpret_cast<const Index*>(dict.indices->bytes());
    DictEntry* entries = dict.begin();
    for (Probe probe(hash, dict.index_mask);; probe.advance()) {
        uint32_t index = table[probe.slot];
        if (index == 0)
            return {};
        DictEntry& entry = entries[index - 1];
        if (entry.hash == hash && !entry.key.is_empty()) {
            if (auto found = visit(index - 1))
                return found;
        }
    }
}

template <class Visit>
static auto visit_candidates(Dict& dict, uint64_t hash, Visit&& visit) -> decltype(visit(uint32_t())) {
    if (!dict.indices) {
        DictEntry* entries = dict.begin();
        for (uint32_t i = 0; i < dict.entry_count; i++) {
            if (entries[i].hash == hash && !entries[i].key.is_empty()) {
                if (auto found = visit(i))
                    return found;
            }
        }
        return {};
    }
    if (dict.index_mask <= 0xFF)
        return visit_indexed<uint8_t>(dict, hash, visit);
    if (dict.index_mask <= 0xFFFF)
        return visit_indexed<uint16_t>(dict, hash, visit);
    return visit_indexed<uint32_t>(dict, hash, visit);
}

DictEntry* dict_find(Dict& dict, Str* key) {
    DictEntry* entries = dict.begin();
    return visit_candidates(dict, quick_str_hash(key), [&](uint32_t position) -> DictEntry* {
        Value other = entries[position].key;
        if (other == Value(key))
            return entries + position;
        Str* text = as<Str>(other);
        return text && str_equal(text, key) ? entries + position : nullptr;
    });
}

// What a look at one candidate found out. Everything but Different ends the walk over the candidates.
struct Sighting {
    enum Kind : uint8_t { Different, Same, Changed, Error } kind = Different;
    uint32_t position = 0;
    Exception* exception = nullptr;
    explicit operator bool() const { return kind != Different; }
};

static Sighting ask_equality(VM& vm, Dict& dict, uint32_t position, Value key) {
    Storage* entries_before = dict.entries;
    Value other = dict.begin()[position].key;
    Result<bool> same = equal(vm, other, key);
    if (same.is_error())
        return {Sighting::Error, 0, same.exception()};
    bool changed =
        dict.entries != entries_before || position >= dict.entry_count || dict.begin()[position].key != other;
    if (changed)
        return {Sighting::Changed};
    return {same.release() ? Sighting::Same : Sighting::Different, position};
}

// The place of `key` plus one, 0 when it is absent, or UNSURE when a key with this hash has to be asked for equality.
static constexpr uint64_t UNSURE = UINT64_MAX;
static uint64_t find_quickly(Dict& dict, Value key, uint64_t hash) {
    DictEntry* entries = dict.begin();
    return visit_candidates(dict, hash, [=](uint32_t position) __attribute__((always_inline)) -> uint64_t {
        switch (quick_key_match(entries[position].key, key)) {
        case KeyMatch::Same:
            return position + 1;
        case KeyMatch::Different:
            return 0;
        case KeyMatch::Unknown:
            break;
        }
        return UNSURE;
    });
}

Result<DictEntry*> dict_find(VM& vm, Dict& dict, Value key, uint64_t hash) {
    uint64_t place = find_quickly(dict, key, hash);
    if (place != UNSURE) [[likely]]
        return place ? dict.begin() + (place - 1) : nullptr;
    for (;;) {
        Sighting sighting = visit_candidates(dict, hash, [&](uint32_t position) -> Sighting {
            switch (quick_key_match(dict.begin()[position].key, key)) {
            case KeyMatch::Same:
                return {Sighting::Same, position};
            case KeyMatch::Different:
                return {};
            case KeyMatch::Unknown:
                break;
            }
            return ask_equality(vm, dict, position, key);
        });
        switch (sighting.kind) {
        case Sighting::Different:
            return static_cast<DictEntry*>(nullptr);
        case Sighting::Same:
            return dict.begin() + sighting.position;
        case Sighting::Error:
            return Raised{sighting.exception};
        case Sighting::Changed:
            break; // script code changed the dict under the search: start again
        }
    }
}

// --- The interface -----------------------------------------------------------------------------------------------

Dict* make_dict(VM& vm) { return vm.heap.make<Dict>(vm.types.dict->root_shape); }

Result<Value> dict_get(VM& vm, Dict& dict, Value key) {
    if (Str* text = as_exact<Str>(key); text && text->is_interned()) {
        // The common case by identity alone; a miss still has to compare with keys that are not interned.
        uint64_t hash = quick_str_hash(text);
        DictEntry* entry = TRY(dict_find(vm, dict, key, hash));
        return entry ? entry->value : Value();
    }
    return dict_get(vm, dict, key, TRY(dict_key_hash(vm, key)));
}

Result<Value> dict_get(VM& vm, Dict& dict, Value key, uint64_t hash) {
    DictEntry* entry = TRY(dict_find(vm, dict, key, hash));
    return entry ? entry->value : Value();
}

Result<void> dict_set(VM& vm, Dict& dict, Value key, Value value) {
    return dict_set(vm, dict, key, TRY(dict_key_hash(vm, key)), value);
}

Result<void> dict_set(VM& vm, Dict& dict, Value key, uint64_t hash, Value value) {
    if (DictEntry* entry = TRY(dict_find(vm, dict, key, hash))) {
        Heap::store(&dict, entry->value, value);
        return {};
    }
    return dict_insert_new(vm, dict, key, hash, value);
}

void dict_set(VM& vm, Dict& dict, Str* key, Value value) {
    if (DictEntry* entry = dict_find(dict, key)) {
        Heap::store(&dict, entry->value, value);
        return;
    }
    if (is_full(dict))
        rebuild(vm, dict, table_size_for(uint64_t(dict.used) * 3));
    append_entry(dict, key, quick_str_hash(key), value);
}

Value dict_remove_entry(Dict& dict, DictEntry& entry) {
    Value value = entry.value;
    entry.key = Value();
    entry.value = Value();
    dict.used--;
    dict.keys_version = 0;
    return value;
}

DictEntry* dict_last_entry(Dict& dict) {
    if (dict.used == 0)
        return nullptr;
    while (dict.begin()[dict.entry_count - 1].key.is_empty()) {
        dict.entry_count--;
        dict.stale++;
    }
    return dict.end() - 1;
}

// Of what is free in a table made by make_room_in_front() as much as is behind.
static uint32_t room_in_front(const Dict& dict) { return std::max(dict.used / 2, 1u); }

// Returns the new place of the entry at `position`.
static Result<uint32_t> make_room_in_front(VM& vm, Dict& dict, uint32_t position) {
    uint64_t table_size = table_size_for(uint64_t(dict.used) * 3);
    TRY(reserve_table(vm, table_size));
    uint32_t room = room_in_front(dict);
    DictEntry* entries = dict.begin();
    auto is_live = [](const DictEntry& entry) { return !entry.key.is_empty(); };
    uint32_t before = uint32_t(std::count_if(entries, entries + position, is_live));
    rebuild(vm, dict, table_size, room);
    return room + before;
}

Result<uint32_t> dict_move_to_front(VM& vm, Dict& dict, uint32_t position, uint32_t first) {
    if (first == 0) {
        position = TRY(make_room_in_front(vm, dict, position));
        first = room_in_front(dict);
    }
    DictEntry moved = dict.begin()[position];
    dict_remove_entry(dict, dict.begin()[position]);
    first--;
    if (dict.indices)
        reuse_index(dict, moved.hash, first); // at the latest its old one
    dict.begin()[first] = moved;
    dict.used++;
    Heap::barrier(&dict);
    return first;
}

Raised unusable_key(VM& vm, Value key, Raised error, const char* role) {
    if (error.exception->type() != vm.exception_type(ExceptionId::TypeError))
        return error;
    auto reason = str(vm, error.exception);
    if (reason.is_error())
        return reason.error();
    std::string shown = shown_type_name(vm, vm.type_of(key));
    return vm.type_error("cannot use '{}' as a {} ({})", shown, role, reason.release()->view());
}

Result<Value> dict_remove(VM& vm, Dict& dict, Value key) {
    DictEntry* entry = TRY(dict_find(vm, dict, key, TRY(dict_key_hash(vm, key))));
    return entry ? dict_remove_entry(dict, *entry) : Value();
}

bool dict_remove(VM&, Dict& dict, Str* key) {
    DictEntry* entry = dict_find(dict, key);
    if (entry)
        dict_remove_entry(dict, *entry);
    return entry != nullptr;
}

void dict_clear(VM&, Dict& dict) {
    dict.entries = nullptr;
    dict.indices = nullptr;
    dict.used = dict.entry_count = dict.entry_capacity = dict.index_mask = dict.stale = 0;
    dict.keys_version = 0;
}

// Without stale indices and deleted entries the tables are copied as they are.
static void copy_tables(VM& vm, Dict& target, Dict& source) {
    Storage* entries = vm.heap.allocate_raw_storage(source.entry_capacity * sizeof(DictEntry));
    Storage* indices = nullptr;
    if (source.indices) {
        uint64_t table_size = uint64_t(source.index_mask) + 1;
        size_t bytes = table_size * index_width(table_size);
        indices = vm.heap.allocate_storage(bytes);
        std::memcpy(indices->bytes(), source.indices->bytes(), bytes);
    }
    std::memcpy(entries->bytes(), source.entries->bytes(), source.entry_count * sizeof(DictEntry));
    target.entries = entries;
    target.indices = indices;
    target.used = source.used;
    target.entry_count = source.entry_count;
    target.entry_capacity = source.entry_capacity;
    target.index_mask = source.index_mask;
    target.stale = source.stale;
    Heap::barrier(&target);
}

void dict_copy_into(VM& vm, Dict& target, Dict& source) {
    if (source.used == 0)
        return;
    if (source.used == source.entry_count && source.stale == 0) {
        copy_tables(vm, target, source);
        return;
    }
    rebuild(vm, target, table_size_for(uint64_t(source.used) * 3 / 2 + 1));
    for (uint32_t i = 0; i < source.entry_count; i++) {
        DictEntry entry = source.begin()[i];
        if (!entry.key.is_empty())
            append_entry(target, entry.key, entry.hash, entry.value);
    }
}

Dict* dict_copy(VM& vm, Dict& dict) {
    Dict* copy = make_dict(vm);
    dict_copy_into(vm, *copy, dict);
    return copy;
}

// Every change of the keys zeroes the version, so one that a cache holds is never given twice.
uint32_t dict_keys_version(VM& vm, Dict& dict) {
    if (dict.keys_version == 0)
        dict.keys_version = ++vm.last_keys_version;
    return dict.keys_version;
}

} // namespace ouro::vm
