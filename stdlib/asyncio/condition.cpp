// SPDX-License-Identifier: MIT
//
// asyncio.Condition.
//
// Differs: CPython gives each instance attributes acquire, release and locked, so that a subclass cannot override them;
// here they are methods, and the attributes are only there where a subclass tries.
#include "stdlib/asyncio/condition.hpp"

#include "stdlib/asyncio/lock.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr Method LOCK_METHODS[] = {Method::Locked, Method::Acquire, Method::Release};

static bool overrides_any(VM& vm, Overridable& self) {
    for (Method method : LOCK_METHODS) {
        if (overrides(vm, self, method))
            return true;
    }
    return false;
}

// The lock, if this condition and its lock are as asyncio made them; null when the work has to be done by calling
// methods.
static Lock* native_lock(VM& vm, Condition& self) {
    auto* lock = detail::native_cast<Lock>(self.lock);
    return lock && !overrides_any(vm, self) && !overrides_any(vm, *lock) ? lock : nullptr;
}

static Result<bool> is_locked(VM& vm, Condition& self) {
    if (Lock* lock = native_lock(vm, self))
        return lock->is_locked;
    return truth(vm, TRY(call_override(vm, self, Method::Locked)));
}

// --- Notifying ----------------------------------------------------------------------------------------------------

static void wake_some(VM& vm, Condition& self, int64_t count) {
    for (size_t i = 0; i < waiter_count(self.waiters) && count > 0; i++)
        count -= wake(vm, waiter_at(*self.waiters, i));
}

static Result<void> condition_notify(VM& vm, Condition& self, int64_t count) {
    if (!TRY(is_locked(vm, self)))
        return vm.runtime_error("cannot notify on un-acquired lock");
    wake_some(vm, self, count);
    return {};
}

static Result<void> condition_notify_all(VM& vm, Condition& self) {
    auto count = int64_t(waiter_count(self.waiters));
    if (!overrides(vm, self, Method::Notify))
        return condition_notify(vm, self, count);
    TRY(call_override(vm, self, Method::Notify, {make_int(vm, count)}));
    return {};
}

// --- Waiting ------------------------------------------------------------------------------------------------------

// What awaiting acquire() comes to, in two steps: a value that has to be awaited, or empty when the lock is taken at
// once.
static Result<Value> begin_acquire(VM& vm, Condition& self) {
    Lock* lock = native_lock(vm, self);
    if (!lock)
        return call_override(vm, self, Method::Acquire);
    return try_lock(vm, *lock) ? Value() : lock_acquire(vm, *lock);
}

static Result<void> release(VM& vm, Condition& self) {
    if (Lock* lock = native_lock(vm, self))
        return release_lock(vm, *lock);
    TRY(call_override(vm, self, Method::Release));
    return {};
}

// Whoever leaves by an exception may have been notified: it notifies somebody else.
static Raised leave_by(VM& vm, Condition& self, Exception* exception) {
    wake_some(vm, self, 1);
    return {exception};
}

Result<Value> begin_wait(VM& vm, Condition& self) {
    if (!TRY(is_locked(vm, self)))
        return vm.runtime_error("cannot wait on un-acquired lock");
    Loop& loop = *TRY(bind_loop(vm, self, self.loop));
    TRY(release(vm, self));
    return Value(TRY(add_waiter(vm, loop, self, self.waiters)));
}

// What the waiter came to, or a cancellation since then, when the lock is held again.
static Result<Value> after_wait(VM& vm, Condition& self, Exception* raised) {
    return raised ? Result<Value>(leave_by(vm, self, raised)) : Result<Value>(Value::boolean(true));
}

// Takes the lock again whatever happens; a cancellation meanwhile is raised afterwards. `raised` by the waiter, or
// null.
static Async<> take_again(VM& vm, Condition& self, Exception* raised) {
    for (Exception* cancelled = nullptr;;) {
        Result<Value> taken = begin_acquire(vm, self);
        if (!taken.is_error() && !taken.release().is_empty())
            taken = co_await caught(taken.release());
        if (!taken.is_error())
            co_return after_wait(vm, self, raised);
        exception_set_context(*taken.exception(), cancelled ? cancelled->context : raised);
        if (!is_cancelled_error(vm, taken.exception()))
            co_return leave_by(vm, self, taken.exception());
        raised = cancelled = taken.exception();
    }
}

Value end_wait(VM& vm, Condition& self, Value waiter, Result<Value>& outcome) {
    remove_waiter(self.waiters, waiter);
    Exception* raised = outcome.is_error() ? outcome.exception() : nullptr;
    Lock* lock = native_lock(vm, self);
    if (!lock || !try_lock(vm, *lock))
        return take_again(vm, self, raised);
    outcome = after_wait(vm, self, raised);
    return {};
}

static Condition& condition_of(OnePhaseCoroutine& coroutine) {
    return *static_cast<Condition*>(coroutine.self.object());
}

static Result<Value> wait_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    Condition& self = condition_of(coroutine);
    if (coroutine.begins())
        return wait_on(coroutine, TRY(begin_wait(vm, self)));
    Value taking = end_wait(vm, self, coroutine.awaited, outcome);
    return taking ? end_by(vm, coroutine, taking) : outcome;
}

static constexpr NativeCoroutine::Code CONDITION_WAIT = {"Condition.wait", wait_body};
Value condition_wait(VM& vm, Condition& self) {
    return make_native_coroutine(vm, CONDITION_WAIT, &self);
}

// The predicate's value if it is true; else empty.
static Result<Value> ask(VM& vm, Value predicate) {
    Value answer = TRY(call(vm, predicate, {}));
    return TRY(truth(vm, answer)) ? answer : Value();
}

// A wait came to `outcome`: must `waiting` be awaited before the predicate is asked again? If not, `outcome` is what
// wait_for() comes to.
static bool must_wait(VM& vm, Condition& self, Value predicate, Value& waiting, Result<Value>& outcome) {
    if (!outcome.is_error())
        outcome = ask(vm, predicate);
    if (outcome.is_error() || outcome.release())
        return false;
    outcome = overrides(vm, self, Method::Wait) ? call_override(vm, self, Method::Wait) : condition_wait(vm, self);
    if (!outcome.is_error())
        waiting = outcome.release();
    return !outcome.is_error();
}

// wait_for() from where what it waits for is no mere waiter: `waiting` is what takes the lock again, or what a
// subclass's wait() has returned.
static Async<> keep_waiting_for(VM& vm, Condition& self, Value predicate, Value waiting) {
    Result<Value> outcome = Value::none();
    do
        outcome = co_await caught(waiting);
    while (must_wait(vm, self, predicate, waiting, outcome));
    co_return outcome;
}

// argument: the predicate.
static Result<Value> wait_for_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    Condition& self = condition_of(coroutine);
    if (!coroutine.begins()) {
        if (Value taking = end_wait(vm, self, coroutine.awaited, outcome))
            return end_by(vm, coroutine, keep_waiting_for(vm, self, coroutine.argument, taking));
        TRY(outcome);
    }
    if (Value answer = TRY(ask(vm, coroutine.argument)))
        return answer;
    if (!overrides(vm, self, Method::Wait))
        return wait_on(coroutine, TRY(begin_wait(vm, self)));
    Value waiting = TRY(call_override(vm, self, Method::Wait));
    return end_by(vm, coroutine, keep_waiting_for(vm, self, coroutine.argument, waiting));
}

static constexpr NativeCoroutine::Code CONDITION_WAIT_FOR = {"Condition.wait_for", wait_for_body};
static Value condition_wait_for(VM& vm, Condition& self, Value predicate) {
    return make_native_coroutine(vm, CONDITION_WAIT_FOR, &self, predicate);
}

// --- The lock's methods -------------------------------------------------------------------------------------------

static Result<Value> call_lock(VM& vm, Condition& self, const char* method) {
    if (self.lock.is_empty()) // a subclass's __init__ did not call ours
        return vm.attribute_error(&self, intern(vm, method));
    return call_method(vm, self.lock, method, {});
}

static Result<Value> condition_acquire(VM& vm, Condition& self) {
    return call_lock(vm, self, "acquire");
}
static Result<Value> condition_release(VM& vm, Condition& self) {
    return call_lock(vm, self, "release");
}
static Result<Value> condition_locked(VM& vm, Condition& self) {
    return call_lock(vm, self, "locked");
}

static constexpr NativeCoroutine::Code CONDITION_AENTER = {"_ContextManagerMixin.__aenter__", run_lock_acquire};
static Value condition_enter(VM& vm, Condition& self) {
    if (Lock* lock = native_lock(vm, self))
        return make_native_coroutine(vm, CONDITION_AENTER, lock, Value::none());
    return enter_by_acquire(vm, self).named(CONDITION_AENTER.qualname);
}

static Result<Value> exit_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    TRY(release(vm, *static_cast<Condition*>(one_phase(coroutine).self.object())));
    return Value::none();
}

static constexpr NativeCoroutine::Code CONDITION_AEXIT = {"_ContextManagerMixin.__aexit__", exit_body};
static Value condition_exit(VM& vm, Condition& self, Value, Value, Value) {
    return make_native_coroutine(vm, CONDITION_AEXIT, &self);
}

// --- What scripts see ---------------------------------------------------------------------------------------------

Condition* make_condition(VM& vm) {
    auto* self = static_cast<Condition*>(allocate_instance(vm, vm.native(condition_type)));
    Heap::store(self, self->lock, Value(make_lock(vm)));
    return self;
}

static Result<void> condition_init(VM& vm, Condition& self, Value lock) {
    Heap::store(&self, self.lock, lock.is_none() ? Value(make_lock(vm)) : lock);
    self.waiters = nullptr;
    bool is_lock = detail::native_cast<Lock>(self.lock);
    for (Method method : LOCK_METHODS) {
        if (is_lock && !overrides(vm, self, method))
            continue;
        Str* name = intern(vm, METHOD_NAMES[unsigned(method)]);
        Value of_lock = TRY(get_attribute(vm, self.lock, name));
        if (overrides(vm, self, method))
            TRY(set_attribute(vm, &self, name, of_lock));
    }
    return {};
}

static Result<std::string> condition_repr(VM& vm, Condition& self) {
    return primitive_repr(vm, self, TRY(is_locked(vm, self)) ? "locked" : "unlocked");
}

static Value get_lock(Condition& self) {
    return self.lock ? self.lock : Value::none();
}

static void visit_condition(Object* object, Visitor& visitor) {
    visit_primitive(object, visitor);
    visitor.visit(static_cast<Condition*>(object)->lock);
}

static constexpr NativeDef condition_members[] = {
    fn<primitive_new>("__new__(cls, /, *args, **kwargs)"),
    fn<condition_init>("__init__(self, lock=None)"),
    fn<condition_repr>("__repr__(self, /)"),
    fn<condition_enter>("__aenter__(self)"),
    fn<condition_exit>("__aexit__(self, exc_type, exc, tb)"),
    fn<condition_acquire>("acquire(self)", "Acquire the underlying lock."),
    fn<condition_release>("release(self)", "Release the underlying lock."),
    fn<condition_locked>("locked(self)", "Return True if the underlying lock is acquired."),
    fn<condition_wait>("wait(self)", "Release the lock, wait until notified, acquire the lock again; return True."),
    fn<condition_wait_for>("wait_for(self, predicate)", "Wait until predicate() is true; return its value."),
    fn<condition_notify>("notify(self, n=1)", "Wake the n tasks that wait longest."),
    fn<condition_notify_all>("notify_all(self)", "Wake all tasks that wait."),
    fn<wake_some>("_notify(self, n)"),
    fn<primitive_get_loop>("_get_loop(self)"),
    get<primitive_waiters>("_waiters"),
    get<get_lock>("_lock"),
};

const NativeType condition_type = {
    .name = "asyncio.locks.Condition",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Condition),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_condition,
    .members = condition_members,
    .member_count = std::size(condition_members),
    .doc = "Lets tasks that hold a lock wait until another one notifies them.",
};

} // namespace ouro::stdlib
