// SPDX-License-Identifier: MIT
//
// asyncio.run() and Runner: a loop for a program, from its creation to an orderly end; and the runner of a session,
// whose top level awaits. Library Reference, "Runners".
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

struct Loop;

extern const vm::NativeType runner_type;

struct Runner : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = runner_type;
    vm::Value debug;        // None, or what the loop's debug mode is to be
    vm::Value loop_factory; // or None
    Loop* loop;             // made by the first use
    vm::Value context;      // of all that it runs, or empty before the first use
    bool is_closed;
};

// asyncio.run(). RuntimeError inside of a running loop.
vm::Result<vm::Value> run_on_new_loop(vm::VM& vm, vm::Value awaitable, vm::Value debug, vm::Value loop_factory);

// Runs `coroutine` to its end on the session's loop, which is made for the first one; its result, or what it raised.
vm::Result<vm::Value> run_main_coroutine(vm::VM& vm, vm::Generator& coroutine);

// The session's loop, made now if need be.
vm::Result<Loop*> main_loop(vm::VM& vm);
// The same, null when there is none yet.
vm::Result<Loop*> find_main_loop(vm::VM& vm);

// For prompts: between entries the main loop counts as the running one, so that tasks can be created without an await,
// too. They run while later entries await.
void serve_prompt(vm::VM& vm);
// Ends the session's loop, if there is one, as asyncio.run() ends its own: cancels the tasks that are left and awaits
// them.
vm::Result<void> close_main_runner(vm::VM& vm);

// The loops that are still open or have unfinished tasks at the end of the program: reports the tasks, whose `finally`
// blocks run.
void abandon_loops(vm::VM& vm);
// Whether an error got no further than to the default exception handler of a loop: the exit status tells.
bool has_lost_error(vm::VM& vm);

} // namespace ouro::stdlib
