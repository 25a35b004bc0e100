// SPDX-License-Identifier: MIT
//
// What the files of module itertools share: the types, and the description of a type whose instances are iterators.
#pragma once

#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

// An iterator class of a module: subclassable, with `members` beside what it says here. Constant data.
template <class Iterator, size_t count>
constexpr vm::NativeType iterator_class(const char* name, const vm::NativeDef (&members)[count],
                                        void (*visit)(vm::Object*, vm::Visitor&),
                                        vm::Result<vm::Value> (*next)(vm::VM&, vm::Object*), const char* doc) {
    return {
        .name = name,
        .base = nullptr,
        .kind = vm::Kind::Native,
        .size = sizeof(Iterator),
        .visit = visit,
        .members = members,
        .member_count = count,
        .doc = doc,
        .next = next,
    };
}

// A new, empty instance of `type`, the first argument of __new__.
template <class T>
T* new_instance(vm::VM& vm, vm::Type* type) {
    return static_cast<T*>(vm::allocate_instance(vm, type));
}

// The items of an iterable that the caller keeps: a tuple of its own.
inline vm::Result<vm::Tuple*> pool_of(vm::VM& vm, vm::Value iterable) { return vm::tuple_from(vm, iterable); }

// To be called in loops that may skip any number of items.
inline vm::Result<void> poll_safepoint(vm::VM& vm) {
    if (vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
        return vm.handle_safepoint();
    return {};
}

// itertools_endless.cpp
extern const vm::NativeType count_type, cycle_type, repeat_type;
// itertools_filters.cpp
extern const vm::NativeType accumulate_type, chain_type, compress_type, dropwhile_type, filterfalse_type, starmap_type,
    takewhile_type, pairwise_type, zip_longest_type;
// itertools_groups.cpp
extern const vm::NativeType batched_type, groupby_type, islice_type, tee_type;
vm::Result<vm::Value> tee(vm::VM& vm, vm::Value iterable, vm::Value n);
// itertools_combinatorics.cpp
extern const vm::NativeType combinations_type, combinations_with_replacement_type, permutations_type, product_type;

} // namespace ouro::stdlib
