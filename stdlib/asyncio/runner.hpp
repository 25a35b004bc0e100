// SPDX-License-Identifier: MIT
//
// The event loop of a session: scripts and prompts whose top level awaits.
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

// Runs `coroutine` to its end on the session's loop, which is made for the first one; its result, or what it raised.
vm::Result<vm::Value> run_main_coroutine(vm::VM& vm, vm::Generator& coroutine);

// Ends the session's loop, if there is one, as asyncio.run() ends its own: cancels the tasks that are left and awaits them.
vm::Result<void> close_main_runner(vm::VM& vm);

// Whether a task failed and nobody looked at its exception: it was reported, and the exit status tells.
bool has_lost_error(vm::VM& vm);

} // namespace ouro::stdlib
