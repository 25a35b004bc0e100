// SPDX-License-Identifier: MIT
//
// What dict, set and the library's dict-like types share below the interface of dict.hpp: hashing and comparing keys
// with the common cases inline, and work on single entries.
#pragma once

#include "vm/model/dict.hpp"
#include "vm/values/str.hpp"
#include "vm/values/tuple.hpp"
#include "vm/model/operators.hpp"

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

// TypeError "cannot use 'list' as a dict key (unhashable type: 'list')" in the place of a plain TypeError of hash(key).
Raised unusable_key(VM& vm, Value key, Raised error, const char* role);

// key_hash() for what is, or is looked for as, a key of a dict.
inline Result<uint64_t> dict_key_hash(VM& vm, Value key) {
    auto hash = key_hash(vm, key);
    if (hash.is_error()) [[unlikely]]
        return unusable_key(vm, key, hash.error(), "dict key");
    return hash;
}
// The same for elements of sets.
inline Result<uint64_t> set_element_hash(VM& vm, Value element) {
    auto hash = key_hash(vm, element);
    if (hash.is_error()) [[unlikely]]
        return unusable_key(vm, element, hash.error(), "set element");
    return hash;
}

enum class KeyMatch : uint8_t { Different, Same, Unknown };

inline KeyMatch quick_tuple_match(Tuple& a, Tuple& b);

// What can be said of two keys with equal hashes without calling anything.
__attribute__((always_inline)) inline KeyMatch quick_key_match(Value a, Value b) {
    if (a == b)
        return KeyMatch::Same;
    if (both_small_ints(a, b))
        return KeyMatch::Different;
    Str* first = as_exact<Str>(a);
    Str* second = as_exact<Str>(b);
    if (first && second)
        return str_equal(first, second) ? KeyMatch::Same : KeyMatch::Different;
    return as_exact<Tuple>(a) && as_exact<Tuple>(b) ? quick_tuple_match(*as<Tuple>(a), *as<Tuple>(b))
                                                    : KeyMatch::Unknown;
}

// The same for tuples of such keys.
inline KeyMatch quick_tuple_match(Tuple& a, Tuple& b) {
    if (a.size() != b.size())
        return KeyMatch::Different;
    for (size_t i = 0; i < a.size(); i++) {
        if (a[i] == b[i])
            continue;
        if (both_small_ints(a[i], b[i]))
            return KeyMatch::Different;
        Str* first = as_exact<Str>(a[i]);
        Str* second = first ? as_exact<Str>(b[i]) : nullptr;
        if (!second)
            return KeyMatch::Unknown;
        if (!str_equal(first, second))
            return KeyMatch::Different;
    }
    return KeyMatch::Same;
}

// The entry of `key`, or null. Raises what __eq__ raises. Valid until the dict changes.
Result<DictEntry*> dict_find(VM& vm, Dict& dict, Value key, uint64_t hash);
// Adds a key that is known to be absent.
Result<void> dict_insert_new(VM& vm, Dict& dict, Value key, uint64_t hash, Value value);
// Removes an entry; its value.
Value dict_remove_entry(Dict& dict, DictEntry& entry);
// The entry that was added last, or null in an empty dict.
DictEntry* dict_last_entry(Dict& dict);
// Moves the entry at `position` to the front, where the first one is at `first` now; returns its new place. In O(1),
// taken over many: deleted entries are its room, and when there are none, new storage gets some.
Result<uint32_t> dict_move_to_front(VM& vm, Dict& dict, uint32_t position, uint32_t first);
// Room for `count` entries in all.
Result<void> dict_reserve(VM& vm, Dict& dict, size_t count);
// Fills the new, empty `target` with the entries of `source`.
void dict_copy_into(VM& vm, Dict& target, Dict& source);

} // namespace ouro::vm
