// SPDX-License-Identifier: MIT
//
// asyncio.shield(). Library Reference, "Shielding from cancellation".
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

// A future that ends as `awaitable` does, but whose cancellation leaves that running.
vm::Result<vm::Value> shield(vm::VM& vm, vm::Value awaitable);

} // namespace ouro::stdlib
