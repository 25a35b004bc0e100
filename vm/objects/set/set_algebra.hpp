// SPDX-License-Identifier: MIT
//
// Union, intersection, difference, symmetric difference and comparison of sets with sets and other iterables. The order
// in which the results are built, and thus walked, is CPython's.
#pragma once

#include "vm/model/set.hpp"

namespace ouro::vm {

// A set or frozenset with the keys of `source`.
Result<Set*> set_copy(VM& vm, Set& source, bool frozen);
Result<Set*> set_from(VM& vm, Value iterable, bool frozen);

// New sets of the kind of `set`; `other` is any iterable. Raise TypeError for anything else and for unhashable items.
Result<Set*> set_intersection(VM& vm, Set& set, Value other);
Result<Set*> set_difference(VM& vm, Set& set, Value other);
Result<void> set_difference_update(VM& vm, Set& set, Value other);
Result<void> set_symmetric_difference_update(VM& vm, Set& set, Value other);
Result<bool> set_is_subset(VM& vm, Set& set, Set& other);
Result<bool> set_is_disjoint(VM& vm, Set& set, Value other);
// Exchanges the contents.
void set_swap(Set& a, Set& b);

} // namespace ouro::vm
