// SPDX-License-Identifier: MIT
//
// loop.add_signal_handler() and its kin: callbacks of scripts for signals, which run in the loop as others do. Library
// Reference, "Unix signals".
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

// A handle with the current context takes the place of an earlier one for the signal. While a loop has handlers,
// something may still come from outside. TypeError, ValueError (no signal), RuntimeError (closed loop, another thread
// than the main one, a signal that cannot be caught), PermissionError.
vm::Result<void> add_signal_handler(vm::VM& vm, Loop& loop, vm::Value sig, vm::Value callback, vm::Args arguments);
// False when there was none. The signal gets back its default.
vm::Result<bool> remove_signal_handler(vm::VM& vm, Loop& loop, vm::Value sig);
// All of them, for a loop that is being closed.
vm::Result<void> remove_signal_handlers(vm::VM& vm, Loop& loop);

} // namespace ouro::stdlib
