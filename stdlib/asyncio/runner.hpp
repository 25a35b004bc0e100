// SPDX-License-Identifier: MIT
//
// Running a coroutine as the main task of an event loop: scripts and prompts whose top level awaits.
#pragma once

#include "vm/vm.hpp"

namespace ouro::stdlib {

// Runs `coroutine` to its end on the session's loop; its result, or what it raised. The event loop is not part of this
// build yet, so this raises NotImplementedError.
inline vm::Result<vm::Value> run_main_coroutine(vm::VM& vm, vm::Generator&) {
    return vm.not_implemented_error("await at the top level needs the event loop, which Ouro does not have yet");
}

} // namespace ouro::stdlib
