// SPDX-License-Identifier: MIT
//
// asyncio.Timeout: an asynchronous context manager that cancels the task inside it when its time is up, and turns the
// CancelledError that comes out into TimeoutError.
//
//     created --enter--> active --deadline--> expiring --exit--> expired
//                          |
//                          +------exit------> finished
//
// The cancellation is a request like any other: the exit takes it back, and makes a TimeoutError only if no more
// requests are left than there were at the entry, so that a cancellation from outside wins.
#include "stdlib/asyncio/timeouts.hpp"

#include "stdlib/asyncio/children.hpp"
#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/task.hpp"
#include "vm/errors/exception_groups.hpp"
#include "vm/async/native_coroutine.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

// What the loop's timers refer to; rescheduling makes a new one.
struct Deadline : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr uint8_t CANCELLED = EventLoop::TIMER_CANCELLED;
    static constexpr uint8_t IS_TIMER = FLAG_A; // it stands among the timers, not in the ready queue
    Timeout* timeout;
    Loop* loop;
};

static void visit_deadline(Object* object, Visitor& visitor) {
    auto* deadline = static_cast<Deadline*>(object);
    visitor.visit(deadline->timeout);
    visitor.visit(deadline->loop);
}

static constexpr NativeType deadline_type = {
    .name = "asyncio.timeouts._Deadline",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Deadline),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_deadline,
    .members = nullptr,
    .member_count = 0,
};

// --- The deadline -------------------------------------------------------------------------------------------------

static Result<void> time_is_up(VM& vm, Value target, Value) {
    auto& deadline = *static_cast<Deadline*>(target.object());
    if (deadline.flags & Deadline::CANCELLED)
        return {};
    Timeout& timeout = *deadline.timeout;
    auto cancelled = cancel(vm, timeout.task);
    timeout.set_state(Timeout::State::Expiring);
    timeout.deadline = nullptr;
    return report_callback(vm, *deadline.loop, cancelled.is_error() ? Result<void>(cancelled.error()) : Result<void>(),
                           "Exception in callback Timeout._on_timeout()", "task", timeout.task);
}

static void drop_deadline(Timeout& timeout) {
    if (!timeout.deadline)
        return;
    timeout.deadline->flags |= Deadline::CANCELLED;
    if (timeout.deadline->flags & Deadline::IS_TIMER)
        timeout.deadline->loop->engine->timer_cancelled();
    timeout.deadline = nullptr;
}

static Result<void> schedule(VM& vm, Timeout& timeout, Value when, bool in_order) {
    drop_deadline(timeout);
    Heap::store(&timeout, timeout.when, when);
    if (when.is_none())
        return {};
    Loop& loop = *TRY(require_running_loop(vm));
    bool is_over = TRY(compare_bool(vm, Special::Le, when, Value::number(loop.engine->time())));
    double at = is_over ? 0 : TRY(detail::argument_to_double(vm, when));
    TRY(check_open(vm, loop));
    auto* deadline = vm.heap.make<Deadline>(vm.native(deadline_type)->root_shape);
    deadline->timeout = &timeout;
    deadline->loop = &loop;
    if (is_over) {
        loop.engine->push(time_is_up, deadline);
    } else {
        deadline->flags |= Deadline::IS_TIMER;
        loop.engine->add_timer(at, in_order, time_is_up, deadline);
    }
    Heap::store(&timeout, timeout.deadline, deadline);
    return {};
}

// --- Entering and leaving -----------------------------------------------------------------------------------------

Result<void> enter_timeout(VM& vm, Timeout& timeout) {
    if (timeout.state() != Timeout::State::Created)
        return vm.runtime_error("Timeout has already been entered");
    TRY(require_running_loop(vm));
    Task* task = current_task(vm);
    if (!task)
        return vm.runtime_error("Timeout should be used inside a task");
    timeout.set_state(Timeout::State::Active);
    Heap::store(&timeout, timeout.task, task);
    timeout.cancelling = task->cancel_requests;
    return schedule(vm, timeout, timeout.when, timeout.flags & Timeout::IN_ORDER);
}

Exception* make_timeout_error(VM& vm, Exception* cancellation) {
    Exception* error = make_exception(vm, ExceptionId::TimeoutError, "");
    error->cause = error->context = cancellation;
    error->flags |= Exception::SUPPRESS_CONTEXT;
    return error;
}

// Where a CancelledError stands in the chain of contexts of `exception`, a TimeoutError is put in front of it.
static void insert_timeout_error(VM& vm, Exception* exception) {
    Exception* slow = exception; // a chain that loops ends the search
    for (bool step = false; Exception* context = exception->context; step = !step) {
        if (is_exception_of(context, vm, ExceptionId::CancelledError)) {
            Exception* error = make_timeout_error(vm, context);
            Heap::store(exception, exception->context, error);
            return;
        }
        exception = context;
        if (step)
            slow = slow->context;
        if (exception == slow)
            return;
    }
}

Result<void> leave_timeout(VM& vm, Timeout& timeout, Exception* raised) {
    drop_deadline(timeout);
    if (timeout.state() == Timeout::State::Active) {
        timeout.set_state(Timeout::State::Finished);
        return {};
    }
    if (timeout.state() != Timeout::State::Expiring)
        return vm.raise(ExceptionId::AssertionError, std::string_view());
    timeout.set_state(Timeout::State::Expired);
    if (uncancel(*timeout.task) > timeout.cancelling || !raised)
        return {};
    if (is_exception_of(raised, vm, ExceptionId::CancelledError))
        return Raised{make_timeout_error(vm, raised)};
    insert_timeout_error(vm, raised);
    if (is_exception_of(raised, vm, ExceptionId::ExceptionGroup)) {
        Tuple& members = *group_exceptions(*raised);
        for (size_t i = 0; i < members.size(); i++)
            insert_timeout_error(vm, as<Exception>(members[i]));
    }
    return {};
}

// --- The type -----------------------------------------------------------------------------------------------------

static Timeout* make_timeout(VM& vm, Type* type, Value when) {
    auto* timeout = static_cast<Timeout*>(allocate_instance(vm, type));
    timeout->when = when;
    return timeout;
}

Result<Timeout*> timeout(VM& vm, Value delay) {
    Loop& loop = *TRY(require_running_loop(vm));
    if (!delay.is_none())
        delay = TRY(binary_operation(vm, Special::Add, Value::number(loop.engine->time()), delay));
    Timeout* timeout = make_timeout(vm, vm.native(timeout_type), delay);
    timeout->flags |= Timeout::IN_ORDER;
    return timeout;
}

Timeout* timeout_at(VM& vm, Value when) { return make_timeout(vm, vm.native(timeout_type), when); }

static Result<Value> timeout_new(VM& vm, Type* type, Args, Kwargs) {
    return make_timeout(vm, type, Value::none());
}
static void timeout_init(Timeout& self, Value when) { Heap::store(&self, self.when, when); }

static const char* state_word(Timeout::State state) {
    static constexpr const char* words[] = {"created", "active", "expiring", "expired", "finished"};
    return words[unsigned(state)];
}

static Result<void> reschedule(VM& vm, Timeout& self, Value when) {
    if (self.state() == Timeout::State::Created)
        return vm.runtime_error("Timeout has not been entered");
    if (self.state() != Timeout::State::Active)
        return vm.runtime_error("Cannot change state of {} Timeout", state_word(self.state()));
    return schedule(vm, self, when, false);
}

static Value get_when(Timeout& self) { return self.when; }
static bool expired(Timeout& self) {
    return self.state() == Timeout::State::Expiring || self.state() == Timeout::State::Expired;
}

static Result<std::string> timeout_repr(VM& vm, Timeout& self) {
    const char* word = state_word(self.state());
    if (self.state() != Timeout::State::Active)
        return fmt::format("<Timeout [{}]>", word);
    if (self.when.is_none())
        return fmt::format("<Timeout [{}] when=None>", word);
    Value rounded = TRY(call_method(vm, self.when, "__round__", {Value::small_int(3)}));
    return fmt::format("<Timeout [{}] when={}>", word, TRY(str(vm, rounded))->view());
}

static Timeout& timeout_of(NativeCoroutine& coroutine) {
    return *static_cast<Timeout*>(one_phase(coroutine).self.object());
}

static Result<Value> enter_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    TRY(enter_timeout(vm, timeout_of(coroutine)));
    return &timeout_of(coroutine);
}
static Result<Value> exit_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    TRY(leave_timeout(vm, timeout_of(coroutine), as<Exception>(one_phase(coroutine).argument)));
    return Value::none();
}

static constexpr NativeCoroutine::Code TIMEOUT_AENTER = {"Timeout.__aenter__", enter_body};
static Value enter_method(VM& vm, Timeout& self) {
    return make_native_coroutine(vm, TIMEOUT_AENTER, &self);
}
static constexpr NativeCoroutine::Code TIMEOUT_AEXIT = {"Timeout.__aexit__", exit_body};
static Value exit_method(VM& vm, Timeout& self, Value, Value exception, Value) {
    return make_native_coroutine(vm, TIMEOUT_AEXIT, &self, exception);
}

static void visit_timeout(Object* object, Visitor& visitor) {
    auto* timeout = static_cast<Timeout*>(object);
    visitor.visit(timeout->when);
    visitor.visit(timeout->deadline);
    visitor.visit(timeout->task);
}

static constexpr NativeDef timeout_members[] = {
    fn<timeout_new>("__new__(cls, /, *args, **kwargs)"),
    fn<timeout_init>("__init__(self, when)"),
    fn<get_when>("when(self, /)", "Return the current deadline."),
    fn<reschedule>("reschedule(self, /, when)", "Reschedule the timeout."),
    fn<expired>("expired(self, /)", "Is timeout expired during execution?"),
    fn<timeout_repr>("__repr__(self, /)"),
    fn<enter_method>("__aenter__(self, /)"),
    fn<exit_method>("__aexit__(self, /, exc_type, exc_val, exc_tb)"),
};

constinit const NativeType timeout_type = {
    .name = "asyncio.timeouts.Timeout",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Timeout),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_timeout,
    .members = timeout_members,
    .member_count = std::size(timeout_members),
    .doc = "Asynchronous context manager that cancels its body when it takes too long. Made by timeout() and "
           "timeout_at().",
};

} // namespace ouro::stdlib
