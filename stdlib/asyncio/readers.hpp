// SPDX-License-Identifier: MIT
//
// loop.add_reader() and its kin: callbacks of scripts on descriptors that are ready. Library Reference, "Watching file
// descriptors".
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

// `descriptor`: a number, or an object with fileno(). A handle with the current context takes the place of an earlier
// one of the same direction, which is cancelled. RuntimeError (closed loop), ValueError, OSError.
vm::Result<void> add_reader(vm::VM& vm, Loop& loop, vm::Value descriptor, vm::Value callback, vm::Args arguments);
vm::Result<void> add_writer(vm::VM& vm, Loop& loop, vm::Value descriptor, vm::Value callback, vm::Args arguments);
// Whether there was one. A closed loop has none.
vm::Result<bool> remove_reader(vm::VM& vm, Loop& loop, vm::Value descriptor);
vm::Result<bool> remove_writer(vm::VM& vm, Loop& loop, vm::Value descriptor);

} // namespace ouro::stdlib
