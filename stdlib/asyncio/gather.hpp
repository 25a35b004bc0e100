// SPDX-License-Identifier: MIT
//
// asyncio.gather() and the future that it returns. Library Reference, "Running tasks concurrently".
#pragma once

#include "stdlib/asyncio/future.hpp"

namespace ouro::stdlib {

// A future of the list of results of `awaitables`, in their order; coroutines become tasks. Without any: a future that
// is done. TypeError for what cannot be awaited, RuntimeError without an event loop.
vm::Result<vm::Value> gather(vm::VM& vm, vm::Args awaitables, bool return_exceptions);

extern const vm::NativeType gathering_future_type;
// Whether gather() made this future.
bool is_gathering(const Future& future);

} // namespace ouro::stdlib
