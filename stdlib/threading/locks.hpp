// SPDX-License-Identifier: MIT
//
// The locks of threads, natively: what threading.Lock() and RLock() make, and Condition, Event and the semaphores above
// them (Library Reference, threading). A thread that waits stands in a ParkingLine (vm/async/parking.hpp) and has
// given up the VM.
#pragma once

#include "vm/model/core.hpp"
#include "vm/model/native.hpp"
#include "vm/async/parking.hpp"

namespace ouro::stdlib {

extern const vm::NativeType blocking_lock_type, reentrant_lock_type, thread_condition_type, thread_event_type,
    thread_semaphore_type, bounded_thread_semaphore_type, thread_handle_type, thread_local_type;

// What is locked and unlocked, under both kinds of locks. Whoever finds it unlocked takes it, also before those that
// have waited longer, since each hand-over costs two switches of threads. But one that was woken in vain is given it
// next: nobody waits for ever.
struct Latch {
    vm::ParkingLine line;
    bool is_locked;
    bool must_give; // the first in line was woken in vain

    // False when `deadline` has come before. KeyboardInterrupt in the main thread.
    vm::Result<bool> acquire(vm::VM& vm, int64_t deadline);
    void release();
};

struct BlockingLock : vm::Object { // _thread.lock
    static constexpr const vm::NativeType& native_type = blocking_lock_type;
    Latch latch;
};

struct ReentrantLock : vm::Object { // _thread.RLock
    static constexpr const vm::NativeType& native_type = reentrant_lock_type;
    Latch latch;
    const void* owner; // the Thread that has it
    uint64_t owner_identity; // get_ident() there
    int64_t count;
};

BlockingLock* make_blocking_lock(vm::VM& vm);
// The deadline of `acquire(blocking, timeout)`. ValueError, OverflowError.
vm::Result<int64_t> lock_deadline(vm::VM& vm, bool blocking, vm::Value timeout);
// The deadline of `wait(timeout)`, where None is for ever. TypeError, OverflowError.
vm::Result<int64_t> wait_deadline(vm::VM& vm, vm::Value timeout);
// threading.get_ident() in the running thread.
uint64_t thread_identity();

} // namespace ouro::stdlib
