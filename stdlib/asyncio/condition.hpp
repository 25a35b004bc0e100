// SPDX-License-Identifier: MIT
//
// asyncio.Condition, as barriers use it.
//
// A body of one phase (vm/async/native_coroutine.hpp) waits in two steps, as often as it likes: it suspends on
// begin_wait(), and goes on by end_wait().
#pragma once

#include "stdlib/asyncio/locks.hpp"

namespace ouro::stdlib {

struct Condition : Primitive {
    static constexpr const vm::NativeType& native_type = condition_type;
    vm::Value lock; // a Lock, or an object with acquire(), release() and locked()
};

Condition* make_condition(vm::VM& vm);
vm::Value condition_wait(vm::VM& vm, Condition& self); // the coroutine
// Releases the lock. The future that is done when this one is notified.
vm::Result<vm::Value> begin_wait(vm::VM& vm, Condition& self);
// `waiter` is done, and came to `outcome`. Takes the lock again if it is free: then `outcome` is what wait() comes to.
// Otherwise the coroutine that has to be awaited instead, which takes the lock and comes to the same.
vm::Value end_wait(vm::VM& vm, Condition& self, vm::Value waiter, vm::Result<vm::Value>& outcome);

} // namespace ouro::stdlib
