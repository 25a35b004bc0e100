// SPDX-License-Identifier: MIT
//
// What dict, set and the library's dict-like types share below the interface of dict.hpp: hashing and comparing keys with
// the common cases inline, and work on single entries.
#pragma once

#include "vm/objects/dict.hpp"
#include "vm/objects/str.hpp"
#include "vm/operators.hpp"

namespace ouro::vm {

inline uint64_t quick_str_hash(Str* text) { return text->aux ? text->aux : str_hash(text); }

// hash(key), without a call for small ints and strs that know theirs. TypeError "unhashable type: 'list'".
inline Result<uint64_t> key_hash(VM& vm, Value key) {
    if (key.is_small_int())
        return key.small_int() == -1 ? uint64_t(-2) : uint64_t(key.small_int());
    if (Str* text = as_exact<Str>(key))
        return uint64_t(quick_str_hash(text));
    return hash(vm, key);
}

enum class KeyMatch : uint8_t { Different, Same, Unknown };

// What can be said of two keys with equal hashes without calling anything.
inline KeyMatch quick_key_match(Value a, Value b) {
    if (a == b)
        return KeyMatch::Same;
    if (both_small_ints(a, b))
        return KeyMatch::Different;
    Str* first = as_exact<Str>(a);
    Str* second = as_exact<Str>(b);
    if (first && second)
        return str_equal(first, second) ? KeyMatch::Same : KeyMatch::Different;
    return KeyMatch::Unknown;
}

// The entry of `key`, or null. Raises what __eq__ raises. Valid until the dict changes.
Result<DictEntry*> dict_find(VM& vm, Dict& dict, Value key, uint64_t hash);
// Adds a key that is known to be absent.
Result<void> dict_insert_new(VM& vm, Dict& dict, Value key, uint64_t hash, Value value);
// Removes an entry; its value.
Value dict_remove_entry(Dict& dict, DictEntry& entry);
// The entry that was added last, or null in an empty dict.
DictEntry* dict_last_entry(Dict& dict);
// Room for `count` entries in all.
Result<void> dict_reserve(VM& vm, Dict& dict, size_t count);
// Fills the new, empty `target` with the entries of `source`.
void dict_copy_into(VM& vm, Dict& target, Dict& source);

} // namespace ouro::vm
