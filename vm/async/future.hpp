// SPDX-License-Identifier: MIT
//
// The layout of asyncio's futures: what `await` and native coroutines need to know. Their behaviour, and Task, is
// stdlib/asyncio's.
#pragma once

#include "vm/async/event_loop.hpp"
#include "vm/object.hpp"

namespace ouro::vm {

struct Future : Object {
    static constexpr Kind KIND = Kind::Future;
    static const NativeType& native_type;
    enum class State : uint8_t { Pending, Finished, Failed, Cancelled };
    // Bits of flags.
    static constexpr uint8_t BLOCKING = FLAG_A;      // _asyncio_future_blocking: an await has just suspended on it
    static constexpr uint8_t LOG_TRACEBACK = FLAG_B; // its exception was never looked at
    static constexpr uint8_t WAITED_FOR = FLAG_D; // failed: there were callbacks (pending: see TIMER_CANCELLED)

    State state() const { return State(spare); }
    void set_state(State state) { spare = uint8_t(state); }
    bool is_done() const { return state() != State::Pending; }

    Value outcome; // Finished: the result. Failed: the exception. Cancelled: the CancelledError that ended a task,
                   // until somebody took it; empty then
    Object* loop;     // the asyncio loop it belongs to
    Value cancel_message; // of cancel(msg), or empty. Failed: see future.cpp
    // What to do when it is done. The low byte of `aux` tells a single callback's function (EventLoop::run_index) + 1
    // and this is its target; when it is 0, this is a Storage of aux >> 8 Callbacks.
    Value callbacks;
};

} // namespace ouro::vm
