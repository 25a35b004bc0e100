// SPDX-License-Identifier: MIT
//
// asyncio.Future: what native code does with futures. future.cpp has the state machine, future_type.cpp what scripts
// see. Library Reference, "asyncio futures".
#pragma once

#include "stdlib/asyncio/state.hpp"
#include "vm/async/future.hpp"

namespace ouro::stdlib {

using vm::EventLoop;
using vm::Future;
struct Loop;

inline Loop& loop_of(const Future& future) { return *reinterpret_cast<Loop*>(future.loop); }

Future* make_future(vm::VM& vm, Loop& loop);

// Has `callback` run, with the future as its argument, in the tick after the future is done.
void add_done_callback(vm::VM& vm, Future& future, const EventLoop::Callback& callback);
// Takes out every callback of this function and target; how many there were.
size_t remove_done_callbacks(Future& future, EventLoop::Run run, vm::Value target);
// The callbacks that are registered now, until one is added or removed.
struct DoneCallbacks {
    EventLoop::Callback single;
    const EventLoop::Callback* stored = nullptr; // null: at most the single one
    size_t count = 0;
    const EventLoop::Callback* begin() const { return stored ? stored : &single; }
    const EventLoop::Callback* end() const { return begin() + count; }
};
DoneCallbacks done_callbacks(Future& future);

// For pending futures: ends them and schedules their callbacks.
void set_result(vm::VM& vm, Future& future, vm::Value result);
void set_exception(vm::VM& vm, Future& future, vm::Exception* exception);
// The message of the last cancel(), or empty; also of one that came too late to do anything.
vm::Value message_of_cancel(const Future& future);
// With the exception that ended a task, or null.
void set_cancelled(vm::VM& vm, Future& future, vm::Exception* exception = nullptr);
// set_result(True) unless it is done: hands its turn to whoever waits in a lock or queue.
inline bool wake(vm::VM& vm, Future& future) {
    if (future.is_done())
        return false;
    set_result(vm, future, vm::Value::boolean(true));
    return true;
}

// future.cancel(msg=message), however the future's class defines it; `message` may be empty. Whether it took effect.
vm::Result<bool> cancel(vm::VM& vm, vm::Value future, vm::Value message = {});
// The cancel() of asyncio.Future itself.
bool cancel_plain(vm::VM& vm, Future& future, vm::Value message);

// future.result(): raises the exception, CancelledError, or InvalidStateError.
vm::Result<vm::Value> future_result(vm::VM& vm, Future& future);
// The same for who does not raise it here: the context of its exception stays.
vm::Result<vm::Value> future_outcome(vm::VM& vm, Future& future);
// The CancelledError to raise for a cancelled future or task.
vm::Exception* cancelled_error(vm::VM& vm, Future& future);
// Marks its exception as looked at.
inline void mark_retrieved(Future& future) { future.flags &= uint8_t(~Future::LOG_TRACEBACK); }
// The exception of a failed future without looking at it; null for others.
inline vm::Exception* exception_of(const Future& future) {
    return future.state() == Future::State::Failed ? static_cast<vm::Exception*>(future.outcome.object()) : nullptr;
}

// Has somebody had callbacks at a future that failed? He knows of it, and the exit status does not tell.
inline bool was_waited_for(const Future& future) {
    return future.state() == Future::State::Failed && future.flags & Future::WAITED_FOR;
}
inline constexpr std::string_view NEVER_RETRIEVED = "exception was never retrieved"; // ends the report's message

// What the repr of futures and tasks shows of callbacks and of the result (" cb=[...]", " result=5").
vm::Result<std::string> callbacks_repr(vm::VM& vm, Future& future);
vm::Result<std::string> outcome_repr(vm::VM& vm, Future& future);
const char* state_word(const Future& future); // "pending", "finished", "cancelled"

// A callback that calls a script's function in a captured context: add_done_callback(function, context=...).
EventLoop::Callback script_callback(vm::VM& vm, vm::Value function, vm::Value context);
// The function that such a callback calls; empty for callbacks of native code.
vm::Value script_function(const EventLoop::Callback& callback);

void finalize_future(vm::VM& vm, vm::Object* object);

extern const vm::NativeType future_type;
// The finalizer of futures and tasks, for the constant tables of both.
void finalize_future(vm::VM& vm, vm::Object* object);

} // namespace ouro::stdlib
