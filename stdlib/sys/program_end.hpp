// SPDX-License-Identifier: MIT
//
// What the owner of a VM does for its scripts once they are done. In this order, with the main runner closed between
// the two (asyncio/runner.hpp), and vm::finalize_everything.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Waits for the threads that scripts have started, but for daemons.
void join_threads(vm::VM& vm);
// What scripts have registered with atexit.
void run_exit_functions(vm::VM& vm);

} // namespace ouro::stdlib
