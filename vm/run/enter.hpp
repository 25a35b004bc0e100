// SPDX-License-Identifier: MIT
//
// Entering script code: pushing the frame of a function, for instructions that go on there, and calls that run a nested
// interpreter loop, for native code. frame.hpp explains calls and suspension, opcodes.def the instructions.
#pragma once

#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

#include <span>

namespace ouro::vm {

// Enters `function` with a window that holds bound arguments. Null on RecursionError.
Frame* push_frame(VM& vm, Frame* caller, Function& function, Value* window, ReturnAction action, uint8_t dst);
// Enters `function` with these arguments (copied, bound).
Frame* enter_function(VM& vm, Frame* caller, Function& function, std::span<const Value> arguments, ReturnAction action,
                      uint8_t dst);
inline Frame* raise_in(VM& vm, Raised raised) {
    vm.thread->raised = raised.exception;
    return nullptr;
}

// Runs from `frame`, which has been pushed with ReturnAction::Exit (or stands in a chain of generators whose root has
// it), until that frame returns or yields; thread->yielded tells which. With `pending`, starts by raising it there.
// The value, or a raised exception as Result<Value> encodes it.
Value run(VM& vm, Frame* frame, Exception* pending = nullptr);

// Calls a script function; the arguments are bound as a call expression binds them. Runs a nested interpreter loop.
Result<Value> call_function(VM& vm, Function& function, std::span<const Value> arguments,
                            Tuple* keyword_names = nullptr);

// Runs the code of a module or class body with this namespace; the value of the last expression statement where the
// code was compiled in "eval" mode.
Result<Value> run_code(VM& vm, Code& code, Dict* globals, Dict* ns);

// The same for a function that is a class body: with its closure.
Result<Value> run_class_body(VM& vm, Function& function, Dict* ns);

} // namespace ouro::vm
