// SPDX-License-Identifier: MIT
//
// asyncio.as_completed(): futures go into a queue as they end, and None for each one that is too late.
#include "stdlib/asyncio/as_completed.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/queue.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

namespace {

extern const NativeType as_completed_type;

struct AsCompleted : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = as_completed_type;
    static constexpr uint8_t TIMER_CANCELLED = EventLoop::TIMER_CANCELLED;
    Queue* ended;
    Dict* running; // its keys are the futures that are not done
    Loop* loop;
    size_t left;   // results that nobody has asked for
    bool has_timer;
};

} // namespace

static Result<void> note_end(VM& vm, AsCompleted& self, Value future) {
    if (!TRY(dict_remove(vm, *self.running, future)))
        return {};
    TRY(queue_put_nowait(vm, *self.ended, future));
    if (self.running->size() == 0 && std::exchange(self.has_timer, false)) {
        self.flags |= AsCompleted::TIMER_CANCELLED;
        self.loop->engine->timer_cancelled();
    }
    return {};
}

static Result<void> child_done(VM& vm, Value target, Value future) {
    auto& self = *static_cast<AsCompleted*>(target.object());
    return report_callback(vm, *self.loop, note_end(vm, self, future),
                           "Exception in callback _AsCompletedIterator._handle_completion()", "future", future);
}

static Result<void> give_up(VM& vm, AsCompleted& self) {
    List* late = make_list(vm);
    for (DictEntry& entry : *self.running) {
        if (!entry.key.is_empty())
            TRY(list_append(vm, *late, entry.key));
    }
    Heap::store(&self, self.running, make_dict(vm));
    for (size_t i = 0; i < late->size(); i++) {
        TRY(unwatch_child(vm, (*late)[i], child_done, self, "_child_done"));
        TRY(queue_put_nowait(vm, *self.ended, Value::none()));
    }
    return {};
}

static Result<void> time_is_up(VM& vm, Value target, Value) {
    auto& self = *static_cast<AsCompleted*>(target.object());
    self.has_timer = false;
    return report_callback(vm, *self.loop, give_up(vm, self),
                           "Exception in callback _AsCompletedIterator._handle_timeout()", "iterator", &self);
}

// --- Making -------------------------------------------------------------------------------------------------------

static Result<bool> is_awaitable(VM& vm, Value value) {
    if (TRY(is_future(vm, value)) || TRY(is_coroutine(vm, value)))
        return true;
    return bool(vm.type_of(value)->special(vm, Special::Await));
}

static Result<void> start_children(VM& vm, AsCompleted& self, Value awaitables) {
    Value distinct = TRY(call_method(vm, vm.types.dict, "fromkeys", {awaitables}));
    List* list = TRY(list_from(vm, distinct));
    for (size_t i = 0; i < list->size(); i++)
        TRY(dict_set(vm, *self.running, TRY(ensure_future(vm, (*list)[i], self.loop)), Value::none()));
    self.left = self.running->size();
    List* futures = TRY(list_from(vm, self.running));
    for (size_t i = 0; i < futures->size(); i++)
        TRY(watch_child(vm, (*futures)[i], child_done, self, "_child_done"));
    return {};
}

Result<Value> as_completed(VM& vm, Value awaitables, Value timeout) {
    if (TRY(is_awaitable(vm, awaitables)))
        return vm.type_error("expects an iterable of awaitables, not {}", vm.type_of(awaitables)->name->view());
    auto* self = static_cast<AsCompleted*>(allocate_instance(vm, vm.native(as_completed_type)));
    self->loop = TRY(current_loop(vm));
    self->ended = make_queue(vm);
    self->running = make_dict(vm);
    TRY(start_children(vm, *self, awaitables));
    if (self->left && !timeout.is_none()) {
        EventLoop& engine = *self->loop->engine;
        self->has_timer = true;
        engine.add_timer(engine.time() + TRY(detail::argument_to_double(vm, timeout)), true, time_is_up, self);
    }
    return self;
}

// --- Iterating ----------------------------------------------------------------------------------------------------

// The next future that ends, or with `resolves` its result.
static Async<> wait_for_one(VM& vm, AsCompleted& self, bool resolves) {
    Value future = co_await queue_get(vm, *self.ended);
    if (future.is_none())
        co_return vm.raise(ExceptionId::TimeoutError, std::string_view());
    if (!resolves)
        co_return future;
    ChildEnd end = co_await child_end(vm, future);
    if (end.exception)
        co_return raise_stored(vm, *end.exception);
    co_return end.result;
}

static Result<Value> next_result(VM& vm, AsCompleted& self) {
    if (!self.left)
        return vm.stop_iteration();
    self.left--;
    return Value(wait_for_one(vm, self, true).named("_AsCompletedIterator._wait_for_one"));
}

static Async<> next_future(VM& vm, AsCompleted& self) {
    if (!self.left)
        co_return vm.raise(ExceptionId::StopAsyncIteration, "");
    self.left--;
    Value future = co_await wait_for_one(vm, self, false);
    co_return future;
}

static constexpr NativeDef as_completed_members[] = {
    fn<iterator_self>("__aiter__(self, /)"),
    fn<iterator_self>("__iter__(self, /)"),
    fn<next_future>("__anext__(self)"),
    fn<next_result>("__next__(self)"),
    fn<note_end>("_child_done(self, future, /)"),
};

namespace {

const NativeType as_completed_type = {
    .name = "asyncio.tasks._AsCompletedIterator",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(AsCompleted),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit =
        [](Object* object, Visitor& visitor) {
            auto& self = *static_cast<AsCompleted*>(object);
            visitor.visit(self.ended);
            visitor.visit(self.running);
            visitor.visit(self.loop);
        },
    .members = as_completed_members,
    .member_count = std::size(as_completed_members),
};

} // namespace

} // namespace ouro::stdlib
