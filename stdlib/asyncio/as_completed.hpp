// SPDX-License-Identifier: MIT
//
// asyncio.as_completed(). Library Reference, "Waiting primitives".
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

// An iterator, synchronous and asynchronous, over awaitables that run concurrently, in the order in which they end.
// `timeout`: seconds until TimeoutError, or None.
vm::Result<vm::Value> as_completed(vm::VM& vm, vm::Value awaitables, vm::Value timeout);

} // namespace ouro::stdlib
