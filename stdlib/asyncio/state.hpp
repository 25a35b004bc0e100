// SPDX-License-Identifier: MIT
//
// What asyncio keeps per VM: its exception classes, and the main task that Ctrl-C cancels.
#pragma once

#include "stdlib/library_state.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

struct Task;

struct AsyncioState : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static const vm::NativeType& native_type;

    vm::Type* invalid_state_error;
    vm::Type* queue_empty;
    vm::Type* queue_full;
    vm::Type* queue_shut_down;
    vm::Type* broken_barrier_error;
    vm::Value policy;        // the event loop policy that was set, or empty
    vm::Value main_runner;   // the asyncio.Runner of the session's top-level awaits, or empty
    Task* interrupted_task;  // what the first Ctrl-C cancels, or null: it raises KeyboardInterrupt
    uint32_t interrupt_count; // since it was set
    uint64_t last_task_number; // "Task-1"
    bool serves_prompt;      // between the entries of a prompt its loop counts as the running one
    bool debugs_by_default;  // new loops are in debug mode: -X dev, PYTHONASYNCIODEBUG
    bool has_lost_error;     // the default exception handler has reported something: the exit status tells
};

// Made by the first use.
AsyncioState& asyncio_state(vm::VM& vm);
// Null before that.
inline AsyncioState* find_asyncio_state(vm::VM& vm) {
    return static_cast<AsyncioState*>(library_state(vm, LibrarySlot::Asyncio));
}

// An exception of one of the classes above, with one str argument or, for the empty text, none.
vm::Raised raise_of(vm::VM& vm, vm::Type* type, std::string_view message = {});

// Calls a function of one of asyncio's Python modules.
vm::Result<vm::Value> call_library(vm::VM& vm, std::string_view module, const char* function,
                                   std::initializer_list<vm::Value> arguments);

} // namespace ouro::stdlib
