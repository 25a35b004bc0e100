// SPDX-License-Identifier: MIT
//
// asyncio's event loop object: owns an EventLoop engine and the unfinished tasks. loop.cpp runs it, loop_type.cpp is
// what scripts see. Library Reference, "Event loop".
#pragma once

#include "stdlib/asyncio/future.hpp"
#include "vm/async/event_loop.hpp"

#include <unordered_map>

namespace ouro::stdlib {

struct Transport;
// The transports that are open, by descriptor. They leave it when they are closed or finalized.
using TransportTable = std::unordered_map<int, Transport*>;

struct Loop : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType& native_type;

    // What a transport reads at once, at most.
    static constexpr size_t READ_BUFFER_SIZE = 256 << 10;

    EventLoop* engine;            // owned
    Task *first_task, *last_task; // unfinished ones in order of creation: the loop loses none
    struct TaskOrigin* last_origin; // of the task created last, or null
    vm::Value exception_handler;  // or None
    vm::Value task_factory;       // or None
    vm::Value default_executor;   // or None
    double slow_callback_duration; // seconds
    TransportTable* transports;   // owned; null until there is one
    char* read_buffer;            // owned: READ_BUFFER_SIZE octets for all transports; null until one reads
    Future* awaited;              // for which run_until_complete() runs, or null
    bool is_running, is_closed, is_stopping, is_debug;
    bool is_abandoned; // finalized once
    bool has_async_generators;      // some were started while it ran
    bool async_generators_shut_down;
    bool executor_shut_down;
};

Loop* make_loop(vm::VM& vm, vm::Type* type = nullptr); // of a derived class

// The loop that runs in this thread, or null.
inline Loop* running_loop(vm::VM& vm) { return static_cast<Loop*>(vm.thread->running_loop); }
vm::Result<Loop*> require_running_loop(vm::VM& vm); // RuntimeError "no running event loop"
// asyncio.get_event_loop(): the running one or the one that was set. RuntimeError when there is none.
vm::Result<Loop*> current_loop(vm::VM& vm);

// The loop that a script gave as an argument. TypeError for anything else.
vm::Result<Loop*> loop_argument(vm::VM& vm, vm::Value value);

vm::Result<void> check_open(vm::VM& vm, Loop& loop); // RuntimeError "Event loop is closed"

// In debug mode callbacks are checked, calls from wrong threads refused, slow callbacks logged (Library Reference,
// "Debug Mode").
void set_debug(Loop& loop, bool is_debug);

vm::Result<void> run_forever(vm::VM& vm, Loop& loop);
// Runs until the future or awaitable is done; its result. A loop that could only wait for ever raises RuntimeError
// after reporting who waits for whom.
vm::Result<vm::Value> run_until_complete(vm::VM& vm, Loop& loop, vm::Value awaitable);
// One tick without waiting, for hosts that own the waiting; virtual time moves on to the next timer. Whether anything
// can still happen.
vm::Result<bool> run_ready(vm::VM& vm, Loop& loop);
// For a loop that nobody will run again: reports its unfinished tasks and closes their coroutines, once. One that runs
// does so in a thread that has been stopped, and is left as it is.
void abandon_loop(vm::VM& vm, Loop& loop);
vm::Result<void> close_loop(vm::VM& vm, Loop& loop); // RuntimeError "Cannot close a running event loop"

// Gives {'message': message, name: object, 'exception': exception} to the loop's exception handler. KeyboardInterrupt
// and SystemExit that the handler raises come back as errors.
vm::Result<void> call_exception_handler(vm::VM& vm, Loop& loop, std::string_view message, const char* name,
                                        vm::Value object, vm::Exception* exception);
vm::Result<void> call_exception_handler(vm::VM& vm, Loop& loop, vm::Dict& context);
// The same for what a callback has raised: while the handler runs, that is the exception being handled.
vm::Result<void> report_callback_error(vm::VM& vm, Loop& loop, std::string_view message, const char* name,
                                       vm::Value object, vm::Exception* exception);
// What to do with the exception of a callback: leaves the loop if it is KeyboardInterrupt or SystemExit, else reported.
bool leaves_loop(vm::VM& vm, vm::Exception* exception);

// The sets behind asyncio.all_tasks().
void link_task(Loop& loop, Task& task);
void unlink_task(Task& task);

extern const vm::NativeType loop_type;

} // namespace ouro::stdlib
