// SPDX-License-Identifier: MIT
//
// Watching futures, native ones and others.
#include "stdlib/asyncio/children.hpp"

#include "stdlib/asyncio/loop.hpp"

namespace ouro::stdlib {

using namespace vm;

Result<bool> is_future(VM& vm, Value value) {
    if (as<Future>(value))
        return true;
    Value own = TRY(find_attribute(vm, vm.type_of(value), "_asyncio_future_blocking"));
    if (!own)
        return false;
    return !TRY(get_attribute(vm, value, "_asyncio_future_blocking")).is_none();
}

Result<bool> is_done(VM& vm, Value child) {
    if (Future* future = as<Future>(child))
        return future->is_done();
    return truth(vm, TRY(call_method(vm, child, "done", {})));
}

// --- Ends ---------------------------------------------------------------------------------------------------------

static Result<Exception*> to_exception(VM& vm, Value value) {
    if (Exception* exception = as<Exception>(value))
        return exception;
    return vm.type_error("exception() of a future should have returned an exception, not {}", vm.type_name(value));
}

// How a future that is not native ended.
static Result<ChildEnd> foreign_end(VM& vm, Value child) {
    ChildEnd end;
    if (TRY(truth(vm, TRY(call_method(vm, child, "cancelled", {}))))) {
        end.exception = make_exception(vm, ExceptionId::CancelledError, "");
        return end;
    }
    Value exception = TRY(call_method(vm, child, "exception", {}));
    if (exception.is_none())
        end.result = TRY(call_method(vm, child, "result", {}));
    else
        end.exception = TRY(to_exception(vm, exception));
    return end;
}

Result<ChildEnd> child_end(VM& vm, Value child) {
    Future* future = as<Future>(child);
    if (!future)
        return foreign_end(vm, child);
    ChildEnd end;
    switch (future->state()) {
    case Future::State::Pending:
        return raise_of(vm, asyncio_state(vm).invalid_state_error, "Result is not set.");
    case Future::State::Finished:
        end.result = future->outcome;
        break;
    case Future::State::Cancelled:
        end.exception = cancelled_error(vm, *future);
        break;
    case Future::State::Failed:
        end.exception = exception_of(*future);
        mark_retrieved(*future);
        break;
    }
    return end;
}

Result<Exception*> failure_of(VM& vm, Value child) {
    if (Future* future = as<Future>(child)) {
        mark_retrieved(*future);
        return exception_of(*future);
    }
    if (TRY(truth(vm, TRY(call_method(vm, child, "cancelled", {})))))
        return static_cast<Exception*>(nullptr);
    return as<Exception>(TRY(call_method(vm, child, "exception", {})));
}

// --- Callbacks ----------------------------------------------------------------------------------------------------

Result<void> watch_child(VM& vm, Value child, EventLoop::Run run, Object& target, const char* name) {
    if (Future* future = as<Future>(child)) {
        add_done_callback(vm, *future, {run, &target});
        return {};
    }
    TRY(call_method(vm, child, "add_done_callback", {TRY(get_attribute(vm, &target, name))}));
    return {};
}

Result<void> unwatch_child(VM& vm, Value child, EventLoop::Run run, Object& target, const char* name) {
    if (Future* future = as<Future>(child)) {
        remove_done_callbacks(*future, run, &target);
        return {};
    }
    TRY(call_method(vm, child, "remove_done_callback", {TRY(get_attribute(vm, &target, name))}));
    return {};
}

Result<void> report_callback(VM& vm, Loop& loop, Result<void> result, const char* message, const char* name,
                             Value child) {
    if (!result.is_error())
        return {};
    if (leaves_loop(vm, result.exception()))
        return result.error();
    return report_callback_error(vm, loop, message, name, child, result.exception());
}

} // namespace ouro::stdlib
