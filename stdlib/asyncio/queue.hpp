// SPDX-License-Identifier: MIT
//
// asyncio.Queue, LifoQueue and PriorityQueue. queue.cpp has putting and getting, queue_type.cpp what scripts see.
// Library Reference, "Queues".
#pragma once

#include "stdlib/asyncio/event.hpp"

namespace ouro::stdlib {

extern const vm::NativeType queue_type, lifo_queue_type, priority_queue_type;

struct Queue : Overridable {
    static constexpr const vm::NativeType& native_type = queue_type;
    enum class Order : uint8_t { FirstInFirstOut, LastInFirstOut, SmallestFirst };
    Object* loop; // the one in which somebody waited first, or null
    Deque *getters, *putters; // Futures of those who wait and were not woken yet; null while there never was one
    Event* finished;          // that there are no unfinished tasks; null until somebody asks
    vm::Value items;          // `_queue`: the deque or list that `_init` made, or whatever a script put there
    vm::Value max_size;       // any number
    int64_t unfinished_tasks;
    bool is_shut_down;

    Order order() const { return Order(spare); } // what the native _init, _put and _get do
};

Queue* make_queue(vm::VM& vm); // an unbounded asyncio.Queue

// The overridable parts, as the native types do them.
vm::Value make_queue_items(vm::VM& vm, Queue::Order order);
vm::Result<void> queue_put_item(vm::VM& vm, Queue& self, Queue::Order order, vm::Value item);
vm::Result<vm::Value> queue_get_item(vm::VM& vm, Queue& self, Queue::Order order); // IndexError when it is empty
vm::Result<int64_t> queue_size(vm::VM& vm, Queue& self);
vm::Result<bool> queue_empty(vm::VM& vm, Queue& self);
vm::Result<bool> queue_full(vm::VM& vm, Queue& self);

vm::Value queue_put(vm::VM& vm, Queue& self, vm::Value item);
vm::Value queue_get(vm::VM& vm, Queue& self);
vm::Result<void> queue_put_nowait(vm::VM& vm, Queue& self, vm::Value item); // QueueFull, QueueShutDown
vm::Result<vm::Value> queue_get_nowait(vm::VM& vm, Queue& self);            // QueueEmpty, QueueShutDown
vm::Value queue_join(vm::VM& vm, Queue& self);
vm::Result<void> queue_task_done(vm::VM& vm, Queue& self); // ValueError "task_done() called too many times"
vm::Result<void> queue_shutdown(vm::VM& vm, Queue& self, bool immediate);

Event& queue_finished(vm::VM& vm, Queue& self);
// Wakes the first of `waiters` that was not cancelled, and takes it out.
void wake_next_of(vm::VM& vm, Deque* waiters);

} // namespace ouro::stdlib
