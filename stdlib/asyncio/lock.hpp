// SPDX-License-Identifier: MIT
//
// asyncio.Lock, as other primitives use it.
#pragma once

#include "stdlib/asyncio/locks.hpp"

namespace ouro::stdlib {

struct Lock : Primitive {
    static constexpr const vm::NativeType& native_type = lock_type;
    vm::Value owner; // name of the task that holds it (Task::name), or empty: for reports
    bool is_locked;
};

Lock* make_lock(vm::VM& vm);
bool try_lock(vm::VM& vm, Lock& self);        // takes the lock if nobody has it or waits for it
vm::Value lock_acquire(vm::VM& vm, Lock& self); // the coroutine
// The body of a coroutine that takes the Lock `self` and returns `argument`.
vm::Result<vm::Value> run_lock_acquire(vm::VM& vm, vm::NativeCoroutine& coroutine, vm::Result<vm::Value> outcome);
vm::Result<void> release_lock(vm::VM& vm, Lock& self); // RuntimeError "Lock is not acquired."

} // namespace ouro::stdlib
