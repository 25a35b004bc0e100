// SPDX-License-Identifier: MIT
//
// dict: insertion-ordered and compact: an array of entries, and an open-addressed table of 1-, 2- or 4-byte indices
// into it. Deleted entries have an empty key. Str keys are compared by identity first, so interned names never compare
// text.
//
// `keys_version` changes when the set of keys or the place of an entry may change; global-variable caches compare it.
// It is 0 until a cache asks for one.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <cstdint>

namespace ouro::vm {

struct Str;

struct DictEntry {
    Value key; // empty: deleted
    Value value;
    uint64_t hash;
};

struct Dict : Object {
    static constexpr Kind KIND = Kind::Dict;
    Storage* entries; // DictEntry array
    Storage* indices; // null while the dict is small enough to scan, or empty
    uint32_t used;         // live entries
    uint32_t entry_count;  // entries in the array, deleted ones included
    uint32_t entry_capacity;
    uint32_t index_mask;   // size of the table - 1
    uint32_t keys_version;
    uint32_t stale; // indices whose entries are gone from the end of the array

    size_t size() const { return used; }
    DictEntry* begin() { return entries ? reinterpret_cast<DictEntry*>(entries->bytes()) : nullptr; }
    DictEntry* end() { return begin() + entry_count; }
};

Dict* make_dict(VM& vm);
// The entry of an interned or any other str; never calls script code when all keys are exact strs, which the caller
// knows (namespaces, keyword arguments). Null when absent.
DictEntry* dict_find(Dict& dict, Str* key);
// The value or empty. Raises what __hash__ and __eq__ raise.
Result<Value> dict_get(VM& vm, Dict& dict, Value key);
Result<Value> dict_get(VM& vm, Dict& dict, Value key, uint64_t hash);
Result<void> dict_set(VM& vm, Dict& dict, Value key, Value value);
Result<void> dict_set(VM& vm, Dict& dict, Value key, uint64_t hash, Value value);
void dict_set(VM& vm, Dict& dict, Str* key, Value value); // namespaces: str keys only
// The removed value, or empty.
Result<Value> dict_remove(VM& vm, Dict& dict, Value key);
bool dict_remove(VM& vm, Dict& dict, Str* key);
void dict_clear(VM& vm, Dict& dict);
Dict* dict_copy(VM& vm, Dict& dict);
// A version that stays as long as no key is added or removed.
uint32_t dict_keys_version(VM& vm, Dict& dict);

extern const NativeType dict_keys_type, dict_values_type, dict_items_type;

} // namespace ouro::vm
