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

static Callback* more_callbacks(Future& future) {
    return future.callbacks ? reinterpret_cast<Callback*>(future.callbacks->bytes()) : nullptr;
}

void add_done_callback(VM& vm, Future& future, const Callback& callback) {
    if (future.is_done()) {
        loop_of(future).engine->push(callback, &future);
        return;
    }
    if (!future.callback.run) {
        future.callback = callback;
        Heap::barrier(&future);
        return;
    }
    size_t bytes = (future.aux + 1) * sizeof(Callback);
    if (!future.callbacks || future.callbacks->capacity_bytes() < bytes) {
        Storage* storage = vm.heap.grow_storage(future.callbacks, std::max(bytes * 2, 4 * sizeof(Callback)));
        Heap::store(&future, future.callbacks, storage);
    }
    more_callbacks(future)[future.aux++] = callback;
    Heap::barrier(&future);
}

size_t remove_done_callbacks(Future& future, EventLoop::Run run, Value target) {
    auto matches = [&](const Callback& callback) { return callback.run == run && callback.target == target; };
    Callback* more = more_callbacks(future);
    Callback* end = more + future.aux;
    Callback* kept = std::remove_if(more, end, matches);
    size_t removed = size_t(end - kept);
    std::fill(kept, end, Callback{});
    future.aux -= uint32_t(removed);
    if (future.callback.run && matches(future.callback)) {
        removed++;
        future.callback = future.aux ? more[0] : Callback{};
        if (future.aux) {
            std::copy(more + 1, more + future.aux, more);
            more[--future.aux] = {};
        }
        Heap::barrier(&future);
    }
    return removed;
}

static void schedule_callbacks(Future& future) {
    if (!future.callback.run)
        return;
    EventLoop& engine = *loop_of(future).engine;
    engine.push(std::exchange(future.callback, {}), &future);
    Callback* more = more_callbacks(future);
    for (uint32_t i = 0; i < future.aux; i++)
        engine.push(more[i], &future);
    future.aux = 0;
    future.callbacks = nullptr;
}

Result<void> run_script_callback(VM& vm, Value function, Value future, Value context) {
    Value previous;
    Result<Value> result = Value::none();
    auto entered = enter_captured(vm, context, previous);
    if (entered.is_error()) {
        result = entered.error();
    } else {
        result = call(vm, function, {future});
        leave_captured(vm, previous);
    }
    if (!result.is_error())
        return {};
    Exception* exception = result.exception();
    if (leaves_loop(vm, exception))
        return Raised{exception};
    Loop& loop = loop_of(*as<Future>(future));
    Value arguments[] = {future};
    Handle* handle = make_handle(vm, loop, function, arguments, context);
    std::string message = fmt::format("Exception in callback {}", TRY(callback_text(vm, function, arguments)));
    return call_exception_handler(vm, loop, message, "handle", handle, exception);
}

// --- Ends ---------------------------------------------------------------------------------------------------------

static void end(Future& future, Future::State state, Value outcome) {
    future.set_state(state);
    Heap::store(&future, future.outcome, outcome);
    if (future.flags & Task::IS_TASK)
        unlink_task(static_cast<Task&>(future));
    schedule_callbacks(future);
}

void set_result(VM&, Future& future, Value result) { end(future, Future::State::Finished, result); }

void set_exception(VM& vm, Future& future, Exception* exception) {
    Heap::store(&future, future.cancel_message, exception->traceback ? Value(exception->traceback) : Value());
    future.flags |= Future::LOG_TRACEBACK;
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
    Value traceback = std::exchange(future.cancel_message, {});
    Heap::store(exception, exception->traceback, as<Traceback>(traceback));
    return Raised{exception};
}

} // namespace ouro::stdlib
