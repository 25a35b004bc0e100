// SPDX-License-Identifier: MIT
//
// asyncio.Condition. wait() and wait_for() are one state machine:
//
//     START --release the lock--> WAITING --notified, or an exception--> TAKING the lock again --> done, or START for wait_for()
//
// An exception that ends the wait is kept in `local` until the lock is held again. A CancelledError while taking the lock
// replaces it (and has it as context) and the taking goes on. Whoever leaves by an exception may have been notified: it notifies somebody else.
//
// Differs: CPython gives each instance attributes acquire, release and locked, so that a subclass cannot override them; here
// they are methods, and the attributes are only there where a subclass tries.
#include "stdlib/asyncio/locks.hpp"

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

// The lock, if this condition and its lock are as asyncio made them; null when the work has to be done by calling methods.
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

enum WaitPhase : uint32_t { START, WAITING, TAKING, TAKING_CANCELLED };

struct ConditionWait {
    VM& vm;
    NativeCoroutine& coroutine; // argument: the predicate or empty; local: the exception to raise or empty
    Condition& condition;
    Lock& lock;

    Result<Value> start();
    Result<Value> finish_waiting(Exception* thrown);
    Result<Value> begin_taking();
    Result<Value> finish_taking(Exception* thrown);
    Result<Value> taken();
};

Result<Value> ConditionWait::start() {
    if (coroutine.argument) {
        Value result = TRY(call(vm, coroutine.argument, {}));
        if (TRY(truth(vm, result)))
            return result;
    }
    if (!lock.is_locked)
        return vm.runtime_error("cannot wait on un-acquired lock");
    Value waits = TRY(wait_in(vm, coroutine, condition));
    coroutine.phase() = WAITING;
    TRY(release_lock(vm, lock));
    return waits;
}

Result<Value> ConditionWait::finish_waiting(Exception* thrown) {
    remove_waiter(condition.waiters, coroutine);
    auto result = wait_result(vm, coroutine, thrown);
    if (result.is_error())
        Heap::store(&coroutine, coroutine.local, result.exception());
    coroutine.phase() = TAKING;
    return begin_taking();
}

Result<Value> ConditionWait::begin_taking() {
    auto result = begin_acquire(vm, lock, coroutine);
    if (result.is_error()) {
        wake_some(vm, condition, 1);
        return result.error();
    }
    return result.release() ? taken() : Value();
}

Result<Value> ConditionWait::finish_taking(Exception* thrown) {
    auto result = finish_acquire(vm, lock, coroutine, thrown);
    if (!result.is_error())
        return taken();
    Exception* exception = result.exception();
    auto* kept = as<Exception>(coroutine.local);
    exception_set_context(*exception, coroutine.phase() == TAKING ? kept : kept->context);
    if (!is_cancelled_error(vm, exception)) {
        wake_some(vm, condition, 1);
        return result.error();
    }
    Heap::store(&coroutine, coroutine.local, exception);
    coroutine.phase() = TAKING_CANCELLED;
    return begin_taking();
}

Result<Value> ConditionWait::taken() {
    if (auto* exception = as<Exception>(coroutine.local)) {
        wake_some(vm, condition, 1);
        return Raised{exception};
    }
    return coroutine.argument ? start() : Value::boolean(true);
}

static Result<Value> wait_body(VM& vm, NativeCoroutine& coroutine, Exception* thrown) {
    auto& condition = *static_cast<Condition*>(coroutine.self.object());
    ConditionWait wait{vm, coroutine, condition, *static_cast<Lock*>(condition.lock.object())};
    switch (coroutine.phase()) {
    case START:
        return wait.start();
    case WAITING:
        return wait.finish_waiting(thrown);
    default:
        return wait.finish_taking(thrown);
    }
}

static constexpr NativeCoroutine::Code CONDITION_WAIT = {"Condition.wait", wait_body};
static Result<Value> condition_wait(VM& vm, Condition& self) {
    if (!native_lock(vm, self))
        return call_library(vm, "asyncio.locks", "_condition_wait", {&self});
    return make_native_coroutine(vm, CONDITION_WAIT, &self);
}

static constexpr NativeCoroutine::Code CONDITION_WAIT_FOR = {"Condition.wait_for", wait_body};
static Result<Value> condition_wait_for(VM& vm, Condition& self, Value predicate) {
    if (!native_lock(vm, self) || overrides(vm, self, Method::Wait))
        return call_library(vm, "asyncio.locks", "_condition_wait_for", {&self, predicate});
    return make_native_coroutine(vm, CONDITION_WAIT_FOR, &self, predicate);
}

// --- The lock's methods -------------------------------------------------------------------------------------------

static Result<Value> call_lock(VM& vm, Condition& self, const char* method) {
    if (self.lock.is_empty()) // a subclass's __init__ did not call ours
        return vm.attribute_error(&self, intern(vm, method));
    return call_method(vm, self.lock, method, {});
}

static Result<Value> condition_acquire(VM& vm, Condition& self) { return call_lock(vm, self, "acquire"); }
static Result<Value> condition_release(VM& vm, Condition& self) { return call_lock(vm, self, "release"); }
static Result<Value> condition_locked(VM& vm, Condition& self) { return call_lock(vm, self, "locked"); }

static Result<Value> enter_body(VM& vm, NativeCoroutine& coroutine, Exception* thrown) {
    auto& lock = *static_cast<Lock*>(coroutine.self.object());
    bool begins = coroutine.phase()++ == 0;
    Value taken = TRY(begins ? begin_acquire(vm, lock, coroutine) : finish_acquire(vm, lock, coroutine, thrown));
    return taken ? Value::none() : Value();
}

static constexpr NativeCoroutine::Code CONDITION_AENTER = {"Condition.__aenter__", enter_body};
static Result<Value> condition_enter(VM& vm, Condition& self) {
    if (Lock* lock = native_lock(vm, self))
        return make_native_coroutine(vm, CONDITION_AENTER, lock);
    return call_library(vm, "asyncio.locks", "_enter", {&self});
}

static Result<Value> exit_body(VM& vm, NativeCoroutine& coroutine, Exception*) {
    auto& self = *static_cast<Condition*>(coroutine.self.object());
    if (Lock* lock = native_lock(vm, self))
        TRY(release_lock(vm, *lock));
    else
        TRY(call_override(vm, self, Method::Release));
    return Value::none();
}

static constexpr NativeCoroutine::Code CONDITION_AEXIT = {"Condition.__aexit__", exit_body};
static Value condition_exit(VM& vm, Condition& self, Value, Value, Value) {
    return make_native_coroutine(vm, CONDITION_AEXIT, &self);
}

// --- What scripts see ---------------------------------------------------------------------------------------------

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

static Value get_lock(Condition& self) { return self.lock ? self.lock : Value::none(); }

static void visit_condition(Object* object, Visitor& visitor) {
    visit_primitive(object, visitor);
    visitor.visit(static_cast<Condition*>(object)->lock);
}

static constexpr NativeDef condition_members[] = {
    fn<primitive_new<condition_type>>("__new__(cls, /, *args, **kwargs)"),
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
    .flags = Type::IMMUTABLE | Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_condition,
    .members = condition_members,
    .member_count = std::size(condition_members),
    .doc = "Lets tasks that hold a lock wait until another one notifies them.",
};

} // namespace ouro::stdlib
