// SPDX-License-Identifier: MIT
//
// Threads that scripts start: a ThreadHandle each (CPython's _thread._ThreadHandle), which is what others join.
#pragma once

#include "stdlib/library_state.hpp"
#include "stdlib/threading/locks.hpp"

namespace ouro::stdlib {

struct ThreadHandle : vm::Object {
    static constexpr const vm::NativeType& native_type = thread_handle_type;
    enum class State : uint8_t { New, Running, Done };

    vm::ParkingLine joiners;
    vm::Value function; // what it calls, until it does, with these
    vm::Tuple* arguments;
    vm::Dict* keywords; // or null
    ThreadHandle* next; // ThreadingState::running
    ThreadHandle* previous;
    uint64_t identity;  // get_ident() there; 0 before it runs
    State state;
    bool is_daemon;
};

// Module _thread's in a VM.
struct ThreadingState : vm::Object {
    static const vm::NativeType& native_type;

    ThreadHandle* running; // all that have started and not ended
    uint64_t last_local;   // number of the last threading.local
    size_t stack_bytes;    // of threads to come; 0: as the system likes
};

ThreadingState& threading_state(vm::VM& vm);
// Starts a thread that calls what the handle says. RuntimeError.
vm::Result<void> start_thread(vm::VM& vm, ThreadHandle& handle);
// False when `deadline` has come before the end. RuntimeError.
vm::Result<bool> join_thread(vm::VM& vm, ThreadHandle& handle, int64_t deadline);
// In a forked process: the threads that are not in it have ended.
void end_lost_threads(vm::VM& vm);

} // namespace ouro::stdlib
