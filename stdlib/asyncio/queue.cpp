// SPDX-License-Identifier: MIT
//
// Putting into and getting from asyncio's queues.
//
// A put wakes a getter but keeps the item until that one's turn: whoever asks first gets it, and the woken one waits
// again, at the end. A waiter leaves its deque when it is woken; if it is cancelled then, it wakes the next in its
// place.
//
// A subclass may override what CPython calls by name: `_init`, `_get`, `_put`, `qsize`, `empty`, `full`, `put_nowait`,
// `get_nowait`.
#include "stdlib/asyncio/queue.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/heapq/heapq.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- The items ----------------------------------------------------------------------------------------------------

Value make_queue_items(VM& vm, Queue::Order order) {
    return order == Queue::Order::FirstInFirstOut ? Value(make_deque(vm, -1)) : Value(make_list(vm));
}

Queue* make_queue(VM& vm) {
    auto* self = static_cast<Queue*>(allocate_instance(vm, vm.native(queue_type)));
    self->max_size = Value::small_int(0);
    Heap::store(self, self->items, make_queue_items(vm, self->order()));
    return self;
}

static Deque* exact_deque(Value items) {
    auto* deque = detail::native_cast<Deque>(items);
    return deque && deque->is_exact() ? deque : nullptr;
}

// What `_queue` is, which is missing when a subclass's `_init` did not set it.
static Result<Value> items_of(VM& vm, Queue& self) {
    if (self.items.is_empty())
        return vm.attribute_error(&self, intern(vm, "_queue"));
    return self.items;
}

// What heapq's functions take.
static Result<List*> heap_of(VM& vm, Queue& self, const char* argument) {
    if (auto* list = as<List>(TRY(items_of(vm, self))))
        return list;
    return vm.type_error("{} must be list, not {}", argument, vm.type_name(self.items));
}

Result<void> queue_put_item(VM& vm, Queue& self, Queue::Order order, Value item) {
    if (order == Queue::Order::SmallestFirst)
        return min_heap_push(vm, *TRY(heap_of(vm, self, "heappush() argument 1")), item);
    Value items = TRY(items_of(vm, self));
    if (Deque* deque = exact_deque(items))
        return deque_append(vm, *deque, item);
    if (List* list = as_exact<List>(items))
        return list_append(vm, *list, item);
    TRY(call_method(vm, items, "append", {item}));
    return {};
}

Result<Value> queue_get_item(VM& vm, Queue& self, Queue::Order order) {
    if (order == Queue::Order::SmallestFirst)
        return min_heap_pop(vm, *TRY(heap_of(vm, self, "heappop() argument")));
    Value items = TRY(items_of(vm, self));
    if (order == Queue::Order::LastInFirstOut) {
        List* list = as_exact<List>(items);
        return list && list->size() ? (*list)[--list->length] : call_method(vm, items, "pop", {});
    }
    Deque* deque = exact_deque(items);
    return deque && deque->size() ? deque_take_first(*deque) : call_method(vm, items, "popleft", {});
}

Result<int64_t> queue_size(VM& vm, Queue& self) {
    Value items = TRY(items_of(vm, self));
    if (Deque* deque = exact_deque(items))
        return int64_t(deque->size());
    if (List* list = as_exact<List>(items))
        return int64_t(list->size());
    return length(vm, items);
}

Result<bool> queue_empty(VM& vm, Queue& self) {
    Value items = TRY(items_of(vm, self));
    return exact_deque(items) || as_exact<List>(items) ? TRY(queue_size(vm, self)) == 0 : !TRY(truth(vm, items));
}

Result<bool> queue_full(VM& vm, Queue& self) {
    bool has_own_size = overrides(vm, self, Method::QSize);
    if (self.max_size.is_small_int() && !has_own_size) {
        int64_t max_size = self.max_size.small_int();
        return max_size > 0 && TRY(queue_size(vm, self)) >= max_size;
    }
    Value max_size = self.max_size ? self.max_size : Value::small_int(0);
    if (TRY(compare_bool(vm, Special::Le, max_size, Value::small_int(0))))
        return false;
    Value size = has_own_size ? TRY(call_override(vm, self, Method::QSize)) : make_int(vm, TRY(queue_size(vm, self)));
    return compare_bool(vm, Special::Ge, size, max_size);
}

// --- Asked by name where a subclass has its own way ----------------------------------------------------------------

static Result<bool> is_empty(VM& vm, Queue& self) {
    if (overrides(vm, self, Method::Empty))
        return truth(vm, TRY(call_override(vm, self, Method::Empty)));
    return queue_empty(vm, self);
}
static Result<bool> is_full(VM& vm, Queue& self) {
    if (overrides(vm, self, Method::Full))
        return truth(vm, TRY(call_override(vm, self, Method::Full)));
    return queue_full(vm, self);
}
static Result<Value> get_item_of(VM& vm, Queue& self) {
    if (overrides(vm, self, Method::GetItem))
        return call_override(vm, self, Method::GetItem);
    return queue_get_item(vm, self, self.order());
}
static Result<void> put_item_into(VM& vm, Queue& self, Value item) {
    if (!overrides(vm, self, Method::PutItem))
        return queue_put_item(vm, self, self.order(), item);
    TRY(call_override(vm, self, Method::PutItem, {item}));
    return {};
}

static Raised shut_down_error(VM& vm) { return raise_of(vm, asyncio_state(vm).queue_shut_down); }

// --- Without waiting ----------------------------------------------------------------------------------------------

static bool take_and_wake(VM& vm, Deque& waiters) {
    auto& waiter = *static_cast<Future*>(deque_take_first(waiters).object());
    if (waiter.is_done())
        return false;
    set_result(vm, waiter, Value::none());
    return true;
}

void wake_next_of(VM& vm, Deque* waiters) {
    while (waiter_count(waiters) && !take_and_wake(vm, *waiters)) {
    }
}

static void wake_all_of(VM& vm, Deque* waiters) {
    while (waiter_count(waiters))
        take_and_wake(vm, *waiters);
}

Result<void> queue_put_nowait(VM& vm, Queue& self, Value item) {
    if (self.is_shut_down)
        return shut_down_error(vm);
    if (TRY(is_full(vm, self)))
        return raise_of(vm, asyncio_state(vm).queue_full);
    TRY(put_item_into(vm, self, item));
    self.unfinished_tasks++;
    if (self.finished)
        self.finished->is_set = false;
    wake_next_of(vm, self.getters);
    return {};
}

Result<Value> queue_get_nowait(VM& vm, Queue& self) {
    if (TRY(is_empty(vm, self))) {
        if (self.is_shut_down)
            return shut_down_error(vm);
        return raise_of(vm, asyncio_state(vm).queue_empty);
    }
    Value item = TRY(get_item_of(vm, self));
    wake_next_of(vm, self.putters);
    return item;
}

// --- put() and get() ----------------------------------------------------------------------------------------------

// Waits at the end of the getters' or putters' line.
static Result<Value> wait_in_line(VM& vm, Queue& self, NativeCoroutine& coroutine, Deque*& waiters) {
    return wait_in(vm, coroutine, *TRY(bind_loop(vm, self, self.loop)), self, waiters);
}

// Goes on after a wait. If it ends by an exception although this one was woken, the next one is woken instead, unless
// `blocked` says that there is nothing to do for it.
static Result<void> leave_line(VM& vm, Queue& self, Future& waiter, Result<Value> outcome, Deque* waiters,
                               Result<bool> (*blocked)(VM&, Queue&)) {
    if (!outcome.is_error())
        return {};
    cancel_plain(vm, waiter, {});
    remove_waiter(waiters, &waiter);
    if (!TRY(blocked(vm, self)) && waiter.state() != Future::State::Cancelled)
        wake_next_of(vm, waiters);
    return outcome.error();
}

static Result<Value> put_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Queue*>(coroutine.self.object());
    if (!coroutine.begins())
        TRY(leave_line(vm, self, *as<Future>(coroutine.awaited), outcome, self.putters, is_full));
    if (TRY(is_full(vm, self)))
        return self.is_shut_down ? shut_down_error(vm) : wait_in_line(vm, self, coroutine, self.putters);
    if (overrides(vm, self, Method::PutNowait))
        return call_override(vm, self, Method::PutNowait, {coroutine.argument});
    TRY(queue_put_nowait(vm, self, coroutine.argument));
    return Value::none();
}

static Result<Value> get_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Queue*>(coroutine.self.object());
    if (!coroutine.begins())
        TRY(leave_line(vm, self, *as<Future>(coroutine.awaited), outcome, self.getters, is_empty));
    if (TRY(is_empty(vm, self)))
        return self.is_shut_down ? shut_down_error(vm) : wait_in_line(vm, self, coroutine, self.getters);
    if (overrides(vm, self, Method::GetNowait))
        return call_override(vm, self, Method::GetNowait);
    return queue_get_nowait(vm, self);
}

static constexpr NativeCoroutine::Code QUEUE_PUT = {"Queue.put", put_body};
Value queue_put(VM& vm, Queue& self, Value item) {
    return make_native_coroutine(vm, QUEUE_PUT, &self, item);
}
static constexpr NativeCoroutine::Code QUEUE_GET = {"Queue.get", get_body};
Value queue_get(VM& vm, Queue& self) { return make_native_coroutine(vm, QUEUE_GET, &self); }

// --- Unfinished tasks, shutting down ------------------------------------------------------------------------------

Event& queue_finished(VM& vm, Queue& self) {
    if (!self.finished)
        Heap::store(&self, self.finished, make_event(vm, self.unfinished_tasks == 0));
    return *self.finished;
}

static Result<Value> join_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Queue*>(coroutine.self.object());
    if (coroutine.begins() && self.unfinished_tasks <= 0)
        return Value::none();
    Value waited = TRY(run_event_wait(vm, queue_finished(vm, self), coroutine, outcome));
    return waited ? Value::none() : Value();
}

static constexpr NativeCoroutine::Code QUEUE_JOIN = {"Queue.join", join_body};
Value queue_join(VM& vm, Queue& self) { return make_native_coroutine(vm, QUEUE_JOIN, &self); }

static void finish_if_done(VM& vm, Queue& self) {
    if (self.finished && self.unfinished_tasks == 0)
        set_event(vm, *self.finished);
}

Result<void> queue_task_done(VM& vm, Queue& self) {
    if (self.unfinished_tasks <= 0)
        return vm.value_error("task_done() called too many times");
    self.unfinished_tasks--;
    finish_if_done(vm, self);
    return {};
}

Result<void> queue_shutdown(VM& vm, Queue& self, bool immediate) {
    self.is_shut_down = true;
    if (immediate) {
        while (!TRY(is_empty(vm, self))) {
            TRY(get_item_of(vm, self));
            if (self.unfinished_tasks > 0)
                self.unfinished_tasks--;
        }
        finish_if_done(vm, self);
    }
    wake_all_of(vm, self.getters);
    wake_all_of(vm, self.putters);
    return {};
}

} // namespace ouro::stdlib
