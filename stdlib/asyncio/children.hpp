// SPDX-License-Identifier: MIT
//
// What gather(), wait(), TaskGroup and their like ask of the futures that they watch. Those are native nearly always;
// others only have to look like one (asyncio.isfuture).
#pragma once

#include "stdlib/asyncio/future.hpp"

namespace ouro::stdlib {

// asyncio.isfuture().
vm::Result<bool> is_future(vm::VM& vm, vm::Value value);

vm::Result<bool> is_done(vm::VM& vm, vm::Value child);

struct ChildEnd {
    vm::Value result;
    vm::Exception* exception = nullptr; // also a CancelledError, when it was cancelled
};
// How a child ended; its exception counts as looked at. InvalidStateError while it has not.
vm::Result<ChildEnd> child_end(vm::VM& vm, vm::Value child);
// What it failed with; null when it did not, or was cancelled.
vm::Result<vm::Exception*> failure_of(vm::VM& vm, vm::Value child);

// Has run(target, child) called when the child is done. Foreign futures call the method `name` of target instead.
vm::Result<void> watch_child(vm::VM& vm, vm::Value child, EventLoop::Run run, vm::Object& target, const char* name);
vm::Result<void> unwatch_child(vm::VM& vm, vm::Value child, EventLoop::Run run, vm::Object& target, const char* name);

// What a callback's error becomes: SystemExit and KeyboardInterrupt leave the loop, others are reported with the child.
vm::Result<void> report_callback(vm::VM& vm, Loop& loop, vm::Result<void> result, const char* message, const char* name,
                                 vm::Value child);

} // namespace ouro::stdlib
