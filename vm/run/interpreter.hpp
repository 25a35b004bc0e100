// SPDX-License-Identifier: MIT
//
// The interpreter: runs Code in Frames. frame.hpp explains calls and suspension, opcodes.def the instructions.
#pragma once

#include "vm/run/frame.hpp"
#include "vm/async/generator.hpp"
#include "vm/result.hpp"

#include <span>

namespace ouro::vm {

struct Function;
struct Tuple;

// Calls a script function; the arguments are bound as a call expression binds them. Runs a nested interpreter loop.
Result<Value> call_function(VM& vm, Function& function, std::span<const Value> arguments, Tuple* keyword_names = nullptr);

// Runs the code of a module or class body with this namespace; the value of the last expression statement where the code
// was compiled in "eval" mode.
Result<Value> run_code(VM& vm, Code& code, Dict* globals, Dict* ns);

// The same for a function that is a class body: with its closure.
Result<Value> run_class_body(VM& vm, Function& function, Dict* ns);

Function* make_function(VM& vm, Code& code, Dict* globals);

// The innermost script frame, skipping `skip` ones; null when there are fewer.
Frame* current_frame(VM& vm, unsigned skip = 0);

} // namespace ouro::vm
