// SPDX-License-Identifier: MIT
//
// The part of asyncio's futures that the interpreter sees: what `await` needs to know. Future and Task themselves are
// types of stdlib/asyncio.
#pragma once

#include "vm/object.hpp"

namespace ouro::vm {

struct Future : Object {
    static constexpr Kind KIND = Kind::Future;
    enum class State : uint8_t { Pending, Finished, Cancelled };
    // Bits of flags.
    static constexpr uint8_t BLOCKING = FLAG_A; // _asyncio_future_blocking: an await has just suspended on it
    static constexpr uint8_t LOG_TRACEBACK = FLAG_B; // its exception was never looked at

    State state() const { return State(spare); }
    void set_state(State state) { spare = uint8_t(state); }

    Value result;          // Finished without exception
    Exception* exception;  // Finished with one
    Value cancel_message;  // Cancelled
    Exception* cancelled_exception; // the CancelledError that ended a task, for the first who asks
};

} // namespace ouro::vm
