// SPDX-License-Identifier: MIT
//
// asyncio.timeout() and timeout_at(). Library Reference, "Timeouts".
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

struct Deadline;
struct Task;

extern const vm::NativeType timeout_type;

struct Timeout : vm::Object {
    enum class State : uint8_t { Created, Active, Expiring, Expired, Finished };
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = timeout_type;
    // Its deadline is a delay from when it was made: those made later expire later, also when the clock shows the same.
    static constexpr uint8_t IN_ORDER = FLAG_A;
    State state() const { return State(spare); }
    void set_state(State state) { spare = uint8_t(state); }

    vm::Value when;      // a number, or None
    Deadline* deadline;  // while one is scheduled
    Task* task;          // that entered it
    uint32_t cancelling; // its cancel requests at the entry
};

// timeout(delay): a Timeout that ends `delay` seconds from now, or never for None. RuntimeError "no running event
// loop".
vm::Result<Timeout*> timeout(vm::VM& vm, vm::Value delay);
// timeout_at(when): the same for a moment on the loop's clock.
Timeout* timeout_at(vm::VM& vm, vm::Value when);

// `async with` it: what stands before the body and what follows. `raised` is what the body raised, or null;
// TimeoutError stands for it when the time was up.
vm::Result<void> enter_timeout(vm::VM& vm, Timeout& timeout);
vm::Exception* make_timeout_error(vm::VM& vm, vm::Exception* cancellation);
vm::Result<void> leave_timeout(vm::VM& vm, Timeout& timeout, vm::Exception* raised);

} // namespace ouro::stdlib
