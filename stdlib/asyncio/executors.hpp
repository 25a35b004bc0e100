// SPDX-License-Identifier: MIT
//
// loop.run_in_executor() and the default executor. Library Reference, "Executing code in thread or process pools".
#pragma once

#include "stdlib/asyncio/loop.hpp"
#include "vm/async/async.hpp"

namespace ouro::stdlib {

// A future for function(*arguments), which `executor` runs; None: the loop's default one, which is made by the first
// use. RuntimeError when the loop is closed or that has been shut down.
vm::Result<vm::Value> run_in_executor(vm::VM& vm, Loop& loop, vm::Value executor, vm::Value function,
                                      vm::Args arguments);
// TypeError for what is no ThreadPoolExecutor.
vm::Result<void> set_default_executor(vm::VM& vm, Loop& loop, vm::Value executor);
// The coroutine that waits for the default executor's calls, `timeout` seconds at most.
vm::Async<> shutdown_default_executor(vm::VM& vm, Loop& loop, vm::Value timeout);

} // namespace ouro::stdlib
