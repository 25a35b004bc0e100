// SPDX-License-Identifier: MIT
//
// asyncio.Task: a coroutine that the loop runs step by step. task.cpp has the steps, task_type.cpp what scripts see.
// Library Reference, "Coroutines and tasks".
#pragma once

#include "stdlib/asyncio/future.hpp"
#include "vm/async/async.hpp"

namespace ouro::stdlib {

// Where tasks were created, and by which one. Those of one loop statement share it.
struct TaskOrigin : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    vm::Code* code;
    const uint32_t* at;    // behind the creating instruction of `code`
    vm::Value parent_name; // Task::name of the creating task, or empty
};

struct Task : Future {
    static const vm::NativeType& native_type;
    static constexpr uint8_t IS_TASK = FLAG_C; // every instance has it
    vm::Value coroutine;  // a Coroutine, or another object with send() and throw()
    vm::Value waiter;     // what it waits for, or empty
    vm::Value name;       // a str, or the number of "Task-1"
    vm::Value context;    // captured context in which it runs, or empty
    Task *previous, *next; // among the unfinished tasks of its loop
    TaskOrigin* origin; // or null: created outside of scripts
    uint32_t cancel_requests;
    bool must_cancel;      // CancelledError is due at the next step
    bool is_linked;
    bool is_being_cancelled; // cancel() is on its way along what the task waits for
};

inline Task* as_task(vm::Value value) {
    Future* future = vm::as<Future>(value);
    return future && (future->flags & Task::IS_TASK) ? static_cast<Task*>(future) : nullptr;
}

struct TaskOptions {
    vm::Value name = {};    // any object; None or empty: Task-N
    vm::Value context = {}; // a contextvars.Context; None or empty: a copy of the current one
    bool eager = false;     // the first step runs at once
};
// A new task of `loop`. TypeError "a coroutine was expected, got ..."; RuntimeError for a closed loop.
vm::Result<Task*> make_task(vm::VM& vm, Loop& loop, vm::Value coroutine, const TaskOptions& options = {});
// Task.__init__: makes a Task of memory that is there.
vm::Result<void> initialize_task(vm::VM& vm, Loop& loop, Task& task, vm::Value coroutine, const TaskOptions& options);
// loop.create_task(), task factory included. What the script did not give is empty.
vm::Result<vm::Value> create_task(vm::VM& vm, Loop& loop, vm::Value coroutine, vm::Value name = {},
                                  vm::Value context = {}, vm::Value eager_start = {});

// The cancel() of asyncio.Task itself: a request for CancelledError.
vm::Result<bool> cancel_task(vm::VM& vm, Task& task, vm::Value message);
// One more step, because `future`, for which it waits, is done.
vm::Result<void> wake_task(vm::VM& vm, Task& task, vm::Value future);
// Takes one request back; how many are left.
uint32_t uncancel(Task& task);

// The running task of this thread's loop, or null.
Task* current_task(vm::VM& vm);
// The name of a task as scripts see it, given Task::name: a str. None for the empty Value: no task.
vm::Value shown_task_name(vm::VM& vm, vm::Value name);

// What becomes the coroutine of a task when an awaitable is none.
vm::Value wrap_awaitable(vm::VM& vm, vm::Value awaitable);

// Is `value` a coroutine for asyncio.iscoroutine()?
vm::Result<bool> is_coroutine(vm::VM& vm, vm::Value value);

extern const vm::NativeType task_type;

// The future or task that awaiting `awaitable` comes down to: coroutines and awaitables become tasks of `loop`
// (asyncio.ensure_future; `loop` null: the current one).
// TypeError "An asyncio.Future, a coroutine or an awaitable is required".
vm::Result<vm::Value> ensure_future(vm::VM& vm, vm::Value awaitable, Loop* loop);

} // namespace ouro::stdlib
