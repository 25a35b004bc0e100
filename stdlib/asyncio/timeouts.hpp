// SPDX-License-Identifier: MIT
//
// asyncio.timeout() and timeout_at(). Library Reference, "Timeouts".
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// timeout(delay): a Timeout that ends `delay` seconds from now, or never for None. RuntimeError "no running event loop".
vm::Result<vm::Value> timeout(vm::VM& vm, vm::Value delay);
// timeout_at(when): the same for a moment on the loop's clock.
vm::Value timeout_at(vm::VM& vm, vm::Value when);

extern const vm::NativeType timeout_type;

} // namespace ouro::stdlib
