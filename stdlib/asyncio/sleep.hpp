// SPDX-License-Identifier: MIT
//
// asyncio.sleep().
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// A coroutine that waits `delay` seconds, or one turn of the loop when that is not positive, and returns `result`.
vm::Value sleep(vm::VM& vm, vm::Value delay, vm::Value result);

} // namespace ouro::stdlib
