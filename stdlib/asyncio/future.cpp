// SPDX-License-Identifier: MIT
//
// The state machine of futures: results, callbacks, cancellation.
#include "stdlib/asyncio/future.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"

#include <algorithm>

namespace ouro::stdlib {

using namespace vm;
using Callback = EventLoop::Callback;

Future* make_future(VM& vm, Loop& loop) {
    auto* future = static_cast<Future*>(allocate_unwatched_instance(vm, vm.native(future_type)));
    future->loop = &loop;
    return future;
}

// --- Callbacks ----------------------------------------------------------------------------------------------------

static std::span<Callback> stored_callbacks(Future& future) {
    auto* storage = static_cast<Storage*>(future.callbacks.object());
    return {reinterpret_cast<Callback*>(storage->bytes()), future.aux >> 8};
}

DoneCallbacks done_callbacks(Future& future) {
    DoneCallbacks found;
    if (auto single = uint8_t(future.aux)) {
        found.single = {loop_of(future).engine->run_of(uint8_t(single - 1)), future.callbacks};
        found.count = 1;
    } else if (future.aux) {
        found.stored = stored_callbacks(future).data();
        found.count = future.aux >> 8;
    }
    return found;
}

static void set_single(Future& future, const Callback& callback) {
    future.aux = loop_of(future).engine->run_index(callback.run) + 1u;
    Heap::store(&future, future.callbacks, callback.target);
}

void add_done_callback(VM& vm, Future& future, const Callback& callback) {
    if (future.is_done()) {
        if (future.state() == Future::State::Failed)
            future.flags |= Future::WAITED_FOR;
        loop_of(future).engine->push(callback, &future);
        return;
    }
    if (!future.aux) {
        set_single(future, callback);
        return;
    }
    DoneCallbacks present = done_callbacks(future);
    Storage* storage = present.stored ? static_cast<Storage*>(future.callbacks.object()) : nullptr;
    size_t bytes = (present.count + 1) * sizeof(Callback);
    if (!storage || storage->capacity_bytes() < bytes) {
        storage = vm.heap.grow_storage(storage, std::max(bytes * 2, 4 * sizeof(Callback)));
        if (!present.stored)
            *reinterpret_cast<Callback*>(storage->bytes()) = present.single;
    }
    future.callbacks = storage;
    future.aux = uint32_t(present.count + 1) << 8;
    stored_callbacks(future).back() = callback;
    Heap::barrier(&future);
}

static void drop_callbacks(Future& future) {
    future.callbacks = {};
    future.aux = 0;
}

size_t remove_done_callbacks(Future& future, EventLoop::Run run, Value target) {
    auto is_meant = [&](const Callback& callback) { return callback.run == run && callback.target == target; };
    DoneCallbacks present = done_callbacks(future);
    size_t removed = size_t(std::count_if(present.begin(), present.end(), is_meant));
    if (removed == present.count) {
        drop_callbacks(future);
    } else if (removed) {
        std::span<Callback> stored = stored_callbacks(future);
        std::fill(std::remove_if(stored.begin(), stored.end(), is_meant), stored.end(), Callback{});
        future.aux -= uint32_t(removed) << 8;
    }
    return removed;
}

static void schedule_callbacks(Future& future) {
    if (!future.aux)
        return;
    EventLoop& engine = *loop_of(future).engine;
    for (const Callback& callback : done_callbacks(future))
        engine.push(callback, &future);
    drop_callbacks(future);
}

// --- Callbacks of scripts -----------------------------------------------------------------------------------------

// The target of a callback whose context is not the empty one.
struct CallbackInContext : Object {
    static constexpr Kind KIND = Kind::Native;
    Value function, context;
};

static constexpr NativeType callback_in_context_type = {
    .name = "asyncio._CallbackInContext",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(CallbackInContext),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit =
        [](Object* object, Visitor& visitor) {
            visitor.visit(static_cast<CallbackInContext*>(object)->function);
            visitor.visit(static_cast<CallbackInContext*>(object)->context);
        },
    .members = nullptr,
    .member_count = 0,
};

static Result<void> call_script(VM& vm, Value function, Value future, Value context) {
    Value arguments[] = {future};
    auto result = call_captured(vm, context, function, arguments);
    if (!result.is_error())
        return {};
    Handle* handle = make_handle(vm, loop_of(*as<Future>(future)), function, arguments, context);
    return take_callback_error(vm, *handle, result.exception());
}

static Result<void> run_script_callback(VM& vm, Value function, Value future) {
    return call_script(vm, function, future, {});
}

static Result<void> run_in_context(VM& vm, Value target, Value future) {
    auto& callback = *static_cast<CallbackInContext*>(target.object());
    return call_script(vm, callback.function, future, callback.context);
}

Callback script_callback(VM& vm, Value function, Value context) {
    if (!context)
        return {run_script_callback, function};
    auto* target = static_cast<CallbackInContext*>(allocate_instance(vm, vm.native(callback_in_context_type)));
    target->function = function;
    target->context = context;
    return {run_in_context, target};
}

Value script_function(const Callback& callback) {
    if (callback.run == run_script_callback)
        return callback.target;
    return callback.run == run_in_context ? static_cast<CallbackInContext*>(callback.target.object())->function
                                          : Value();
}

// --- Ends ---------------------------------------------------------------------------------------------------------

static void end(Future& future, Future::State state, Value outcome) {
    future.set_state(state);
    Heap::store(&future, future.outcome, outcome);
    if (future.flags & Task::IS_TASK)
        unlink_task(static_cast<Task&>(future));
    schedule_callbacks(future);
}

void set_result(VM&, Future& future, Value result) {
    end(future, Future::State::Finished, result);
}

// A failed future keeps the traceback of its exception in the place of the message, or a tuple of both where a cancel()
// came too late to do anything.
static Value message_and_traceback(VM& vm, Value message, Traceback* traceback) {
    Value kept = traceback ? Value(traceback) : Value();
    return message ? Value(make_tuple(vm, {message, kept ? kept : Value::none()})) : kept;
}

Value message_of_cancel(const Future& future) {
    if (future.state() != Future::State::Failed)
        return future.cancel_message;
    Tuple* both = as<Tuple>(future.cancel_message);
    return both ? (*both)[0] : Value();
}

static Traceback* take_traceback(VM& vm, Future& failed) {
    Tuple* both = as<Tuple>(failed.cancel_message);
    Value traceback = both ? (*both)[1] : failed.cancel_message;
    Heap::store(&failed, failed.cancel_message, message_and_traceback(vm, message_of_cancel(failed), nullptr));
    return as<Traceback>(traceback);
}

void set_exception(VM& vm, Future& future, Exception* exception) {
    Heap::store(&future, future.cancel_message,
                message_and_traceback(vm, future.cancel_message, exception->traceback));
    future.flags |= Future::LOG_TRACEBACK | (future.aux ? Future::WAITED_FOR : 0);
    vm.heap.add_finalizable(&future); // who reports the exception if nobody looks at it
    end(future, Future::State::Failed, exception);
}

void set_cancelled(VM&, Future& future, Exception* exception) {
    end(future, Future::State::Cancelled, exception ? Value(exception) : Value());
}

bool cancel_plain(VM& vm, Future& future, Value message) {
    mark_retrieved(future);
    if (future.is_done())
        return false;
    Heap::store(&future, future.cancel_message, message.is_none() ? Value() : message);
    set_cancelled(vm, future);
    return true;
}

Result<bool> cancel(VM& vm, Value target, Value message) {
    TRY(vm.check_native_stack()); // gather() of gather() of ...
    Future* future = as<Future>(target);
    if (future && future->is_exact()) {
        if (Task* task = as_task(target))
            return cancel_task(vm, *task, message);
        if (future->type()->native == &future_type)
            return cancel_plain(vm, *future, message);
    }
    static constexpr const char* name = "msg";
    Tuple* names = make_tuple(vm, {intern(vm, name)});
    Value arguments[] = {message ? message : Value::none()};
    return truth(vm, TRY(call(vm, TRY(get_attribute(vm, target, "cancel")), arguments, names)));
}

Exception* cancelled_error(VM& vm, Future& future) {
    if (future.outcome)
        return static_cast<Exception*>(std::exchange(future.outcome, {}).object());
    Tuple* arguments = future.cancel_message ? make_tuple(vm, {future.cancel_message}) : make_tuple(vm, size_t(0));
    return make_exception(vm, ExceptionId::CancelledError, arguments);
}

Result<Value> future_result(VM& vm, Future& future) {
    Result<Value> outcome = future_outcome(vm, future);
    return outcome.is_error() && future.is_done() ? raise_stored(vm, *outcome.exception()) : outcome;
}

Result<Value> future_outcome(VM& vm, Future& future) {
    switch (future.state()) {
    case Future::State::Finished:
        return future.outcome;
    case Future::State::Pending:
        return raise_of(vm, asyncio_state(vm).invalid_state_error, "Result is not set.");
    case Future::State::Cancelled:
        return Raised{cancelled_error(vm, future)};
    case Future::State::Failed:
        break;
    }
    mark_retrieved(future);
    // Each who asks sees the traceback that the exception had when it was set, without what earlier ones added.
    Exception* exception = exception_of(future);
    Heap::store(exception, exception->traceback, take_traceback(vm, future));
    return Raised{exception};
}

} // namespace ouro::stdlib
