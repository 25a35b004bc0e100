// SPDX-License-Identifier: MIT
//
// asyncio.wait() and wait_for(). Library Reference, "Timeouts" and "Waiting primitives".
#include "stdlib/asyncio/wait.hpp"

#include "stdlib/asyncio/awaited_by.hpp"
#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/sleep.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/asyncio/timeouts.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- wait ---------------------------------------------------------------------------------------------------------

namespace {

extern const NativeType completion_type;

// What the callbacks of the children of one wait() have in common.
struct Completion : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = completion_type;
    enum class When : uint8_t { First, FirstException, All };
    Future* waiter; // is done when the wait is over
    size_t left;    // children that are not done
    When when;
    bool has_timer; // `waiter` is a timer's
};

} // namespace

static Result<void> note_child(VM& vm, Completion& self, Value child) {
    using When = Completion::When;
    self.left--;
    if (self.left > 0 && self.when == When::All)
        return {};
    bool is_over = self.left == 0 || self.when == When::First || TRY(failure_of(vm, child));
    if (!is_over || self.waiter->is_done())
        return {};
    if (self.has_timer)
        cancel_timer(*self.waiter);
    set_result(vm, *self.waiter, Value::none());
    return {};
}

static Result<void> child_done(VM& vm, Value target, Value child) {
    auto& self = *static_cast<Completion*>(target.object());
    return report_callback(vm, loop_of(*self.waiter), note_child(vm, self, child),
                           "Exception in callback _wait.<locals>._on_completion()", "future", child);
}

static Value get_waiter(Completion& self) { return self.waiter; }

static constexpr NativeDef completion_members[] = {
    get<get_waiter>(AWAITING_MEMBER),
    fn<note_child>("_on_completion(self, child, /)"),
};

namespace {

const NativeType completion_type = {
    .name = "_wait.<locals>._on_completion",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Completion),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = [](Object* object, Visitor& visitor) { visitor.visit(static_cast<Completion*>(object)->waiter); },
    .members = completion_members,
    .member_count = std::size(completion_members),
};

} // namespace

static Result<Completion::When> completion_when(VM& vm, Value value) {
    static constexpr const char* names[] = {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"};
    Str* text = as<Str>(value);
    for (size_t i = 0; i < std::size(names); i++) {
        if (text && text->view() == names[i])
            return Completion::When(i);
    }
    return vm.value_error("Invalid return_when value: {}", TRY(str(vm, value))->view());
}

// The set of the futures to wait for.
static Result<Value> futures_to_wait_for(VM& vm, Value awaitables) {
    if (TRY(is_future(vm, awaitables)) || TRY(is_coroutine(vm, awaitables)))
        return vm.type_error("expect a list of futures, not {}", vm.type_of(awaitables)->name->view());
    if (!TRY(truth(vm, awaitables)))
        return vm.value_error("Set of Tasks/Futures is empty.");
    return awaitables;
}

static Result<List*> watched_children(VM& vm, Value set, Completion& completion) {
    List* children = TRY(list_from(vm, set));
    for (size_t i = 0; i < children->size(); i++) {
        if (TRY(is_coroutine(vm, (*children)[i])))
            return vm.type_error("Passing coroutines is forbidden, use tasks explicitly.");
    }
    completion.left = children->size();
    return children;
}

static Result<double> seconds_of(VM& vm, Value timeout) {
    if (timeout.is_none())
        return 0.0;
    return detail::argument_to_double(vm, timeout);
}

static Result<Value> sort_out(VM& vm, List& children) {
    List *done = make_list(vm), *pending = make_list(vm);
    for (size_t i = 0; i < children.size(); i++)
        TRY(list_append(vm, TRY(is_done(vm, children[i])) ? *done : *pending, children[i]));
    Value done_set = TRY(call(vm, vm.types.set, {done}));
    Value pending_set = TRY(call(vm, vm.types.set, {pending}));
    return make_tuple(vm, {done_set, pending_set});
}

static Result<void> watch_all(VM& vm, List& children, Completion& completion) {
    for (size_t i = 0; i < children.size(); i++)
        TRY(watch_child(vm, children[i], child_done, completion, "_on_completion"));
    return {};
}

static Result<void> unwatch_all(VM& vm, List& children, Completion& completion) {
    for (size_t i = 0; i < children.size(); i++)
        TRY(unwatch_child(vm, children[i], child_done, completion, "_on_completion"));
    return {};
}

// Watches the futures. What to wait for; `awaitables` is the list of them then, and `timeout` the Completion.
static Result<Value> begin_to_wait(VM& vm, Value& awaitables, Value& timeout, Value return_when) {
    Value given = TRY(futures_to_wait_for(vm, awaitables));
    auto* completion = static_cast<Completion*>(allocate_instance(vm, vm.native(completion_type)));
    completion->when = TRY(completion_when(vm, return_when));
    Value set = TRY(call(vm, vm.types.set, std::span<const Value>(&given, 1)));
    List* children = TRY(watched_children(vm, set, *completion));
    Loop* loop = TRY(require_running_loop(vm));
    completion->waiter = make_future(vm, *loop);
    completion->has_timer = !timeout.is_none();
    double seconds = TRY(seconds_of(vm, timeout));
    if (completion->has_timer)
        start_timer(*completion->waiter, seconds);
    TRY(watch_all(vm, *children, *completion));
    awaitables = children;
    timeout = completion;
    return Value(completion->waiter);
}

static Result<Value> end_wait(VM& vm, List& children, Completion& completion, Result<Value> waited) {
    if (completion.has_timer)
        cancel_timer(*completion.waiter);
    TRY(unwatch_all(vm, children, completion));
    if (waited.is_error())
        return waited;
    return sort_out(vm, children);
}

Async<> wait(VM& vm, Value awaitables, Value timeout, Value return_when) {
    Result<Value> outcome = begin_to_wait(vm, awaitables, timeout, return_when);
    if (outcome.is_error())
        co_return outcome;
    outcome = co_await caught(outcome.release());
    co_return end_wait(vm, *as<List>(awaitables), *static_cast<Completion*>(timeout.object()), outcome);
}

// --- wait_for -----------------------------------------------------------------------------------------------------

// What ends `waiter` when the future ends for which it stands in.
static Result<void> release(VM& vm, Value waiter, Value) {
    wake(vm, *as<Future>(waiter));
    return {};
}

static Result<Value> result_of(VM& vm, Value future) {
    ChildEnd end = TRY(child_end(vm, future));
    return end.exception ? Result<Value>(raise_stored(vm, *end.exception)) : Result<Value>(end.result);
}

// The result of a future that is done; others are cancelled and raise TimeoutError, or win by swallowing that.
static Async<> without_waiting(VM& vm, Value awaitable) {
    Value future = co_await ensure_future(vm, awaitable, nullptr);
    bool ended = co_await is_done(vm, future);
    if (ended)
        co_return result_of(vm, future);
    // It is not awaited itself: a cancellation of this task would end the wait too early.
    Loop* loop = co_await require_running_loop(vm);
    Future* waiter = make_future(vm, *loop);
    co_await watch_child(vm, future, release, *waiter, "set_result");
    co_await cancel(vm, future);
    Result<Value> waited = co_await caught(waiter);
    co_await unwatch_child(vm, future, release, *waiter, "set_result");
    if (waited.is_error())
        co_return waited;
    Result<Value> result = result_of(vm, future);
    if (result.is_error() && is_exception_of(result.exception(), vm, ExceptionId::CancelledError))
        co_return Raised{make_timeout_error(vm, result.exception())};
    co_return result;
}

// The timeout, entered. When the time is up already, None, and `awaitable` is what has to be awaited instead.
static Result<Value> begin_timeout(VM& vm, Value& awaitable, Value delay) {
    if (!delay.is_none() && TRY(compare_bool(vm, Special::Le, delay, Value::small_int(0)))) {
        awaitable = without_waiting(vm, awaitable);
        return Value::none();
    }
    Timeout* scope = TRY(timeout(vm, delay));
    TRY(enter_timeout(vm, *scope));
    return Value(scope);
}

static Result<Value> end_timeout(VM& vm, Value scope, Result<Value> outcome) {
    if (!scope.is_none())
        TRY(leave_timeout(vm, *static_cast<Timeout*>(scope.object()),
                          outcome.is_error() ? outcome.exception() : nullptr));
    return outcome;
}

Async<> wait_for(VM& vm, Value awaitable, Value delay) {
    Result<Value> outcome = begin_timeout(vm, awaitable, delay);
    if (outcome.is_error())
        co_return outcome;
    delay = outcome.release(); // the timeout
    outcome = co_await caught(awaitable);
    co_return end_timeout(vm, delay, outcome);
}

} // namespace ouro::stdlib
