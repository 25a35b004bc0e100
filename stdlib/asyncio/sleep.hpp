// SPDX-License-Identifier: MIT
//
// asyncio.sleep(), and futures that are done after some time.
#pragma once

#include "stdlib/asyncio/future.hpp"

namespace ouro::stdlib {

// A coroutine that waits `delay` seconds, or one turn of the loop when that is not positive, and returns `result`.
vm::Value sleep(vm::VM& vm, vm::Value delay, vm::Value result);

// Sets the result None `seconds` from now, unless the future is done then.
void start_timer(Future& future, double seconds);
void cancel_timer(Future& future);

} // namespace ouro::stdlib
