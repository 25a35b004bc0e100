// SPDX-License-Identifier: MIT
//
// Which loop a thread has, as the event loop policy says. Library Reference, "Policies". Without a policy, which is the
// rule, a thread has the loop that was set, and new loops are Ouro's.
#pragma once

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

// asyncio.new_event_loop(). TypeError when the policy gives something else than a loop.
vm::Result<Loop*> new_loop(vm::VM& vm);
// asyncio.set_event_loop(); None for no loop.
vm::Result<void> set_event_loop(vm::VM& vm, vm::Value loop);
// The loop of a thread that runs none. RuntimeError if it has none.
vm::Result<Loop*> loop_of_thread(vm::VM& vm);

// What the policies of asyncio do themselves: get and set the thread's loop.
vm::Value own_loop_of_thread(vm::VM& vm);
vm::Result<void> set_own_loop_of_thread(vm::VM& vm, vm::Value loop);

vm::Value event_loop_policy(vm::VM& vm); // None for the default one
void set_event_loop_policy(vm::VM& vm, vm::Value policy);

} // namespace ouro::stdlib
