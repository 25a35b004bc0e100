// SPDX-License-Identifier: MIT
//
// asyncio.Handle and TimerHandle: callbacks that scripts scheduled, and the texts that show callbacks.
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

struct Handle : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType& native_type;
    static constexpr uint8_t CANCELLED = EventLoop::TIMER_CANCELLED;
    static constexpr uint8_t SCHEDULED = FLAG_A; // a timer that stands in the heap
    vm::Value callback;  // None once cancelled
    vm::Tuple* arguments;
    vm::Value context;   // captured
    Loop* loop;
    vm::Value created;   // "FILE:LINE" in debug mode, or empty
    vm::Value when;      // of a TimerHandle: the number that the script gave

    bool is_cancelled() const { return flags & CANCELLED; }
    inline bool is_timer() const;
};

// call_soon, call_later/call_at. `context` is a captured one.
vm::Result<Handle*> call_soon(vm::VM& vm, Loop& loop, vm::Value callback, vm::Args arguments, vm::Value context);
vm::Result<Handle*> call_at(vm::VM& vm, Loop& loop, vm::Value when, bool in_order, vm::Value callback,
                            vm::Args arguments, vm::Value context);
// What to do with the exception of a callback: it leaves the loop, or it is reported with the callback's handle.
vm::Result<void> take_callback_error(vm::VM& vm, Handle& handle, vm::Exception* exception);
Handle* make_handle(vm::VM& vm, Loop& loop, vm::Value callback, vm::Args arguments, vm::Value context);
void cancel_handle(vm::VM& vm, Handle& handle);
// What runs the handle's callback when an event loop pushes it.
EventLoop::Callback callback_of(Handle& handle);

// "f() at FILE:LINE", as reports and reprs show callbacks; in debug mode with the arguments.
vm::Result<std::string> callback_text(vm::VM& vm, vm::Value callback, vm::Args arguments, bool is_debug = false);

extern const vm::NativeType handle_type, timer_handle_type;

inline bool Handle::is_timer() const { return type()->native == &timer_handle_type; }

} // namespace ouro::stdlib
