// SPDX-License-Identifier: MIT
//
// How an iterator asks another on which it stands (map, zip, islice, ...): the end of that one is its own end, with all
// that the StopIteration says. vm::next, for who only wants the items, drops it.
#pragma once

#include "vm/result.hpp"
#include "vm/value.hpp"

namespace ouro::vm {

class VM;

// The next item, or empty at an end that says nothing. A StopIteration that a script raised, or that has a generator's
// value, is raised on.
Result<Value> next_inside(VM& vm, Value iterator);

} // namespace ouro::vm
