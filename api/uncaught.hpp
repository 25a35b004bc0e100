// SPDX-License-Identifier: MIT
//
// Exceptions that end a program: what is printed of them, and the exit status that they mean.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::detail {

// The status that a SystemExit asks for (Library Reference, SystemExit): its code where that is an int, 0 for None,
// else 1.
int exit_status(vm::Exception& system_exit);

// Reports an exception that nobody has caught: calls the script's sys.excepthook, or prints the traceback on
// sys.stderr; of a SystemExit its text, if it has one; nothing when it is a BrokenPipeError and whoever read
// `output_descriptor` (sys.stdout, -1: none) has gone. Returns the exit status: 1, what SystemExit says, 130 after
// KeyboardInterrupt.
int report_uncaught(vm::VM& vm, vm::Exception& exception, int output_descriptor);

} // namespace ouro::detail
