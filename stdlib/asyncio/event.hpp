// SPDX-License-Identifier: MIT
//
// asyncio.Event, as other primitives use it.
#pragma once

#include "stdlib/asyncio/locks.hpp"

namespace ouro::stdlib {

struct Event : Primitive {
    static constexpr const vm::NativeType& native_type = event_type;
    bool is_set;
};

Event* make_event(vm::VM& vm, bool is_set);
void set_event(vm::VM& vm, Event& self);
// The steps of a body that waits for an event: True, or the empty Value while it waits.
vm::Result<vm::Value> run_event_wait(vm::VM& vm, Event& self, vm::OnePhaseCoroutine& coroutine,
                                     vm::Result<vm::Value> outcome);

} // namespace ouro::stdlib
