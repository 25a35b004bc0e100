// SPDX-License-Identifier: MIT
//
// asyncio.wait() and wait_for().
#pragma once

#include "vm/async/async.hpp"

namespace ouro::stdlib {

// Waits for the futures of an iterable: the sets (done, pending). `timeout`: seconds, or None.
vm::Async<> wait(vm::VM& vm, vm::Value awaitables, vm::Value timeout, vm::Value return_when);
// The result of `awaitable`, which is cancelled when `delay` seconds are over: TimeoutError.
vm::Async<> wait_for(vm::VM& vm, vm::Value awaitable, vm::Value delay);

} // namespace ouro::stdlib
