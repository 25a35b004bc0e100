// SPDX-License-Identifier: MIT
//
// What anext(iterator, default) returns: a native coroutine around what the iterator's __anext__ gave.
#pragma once

#include "vm/async/native_coroutine.hpp"

namespace ouro::vm {

NativeCoroutine* make_anext_or_default(VM& vm, Value awaitable, Value otherwise);
// What it will await, as long as it has not begun; empty for other coroutines.
Value awaitable_of_anext(Coroutine& coroutine);

} // namespace ouro::vm
