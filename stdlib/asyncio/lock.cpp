// SPDX-License-Identifier: MIT
//
// asyncio.Lock. Fair: whoever calls acquire() while others wait queues behind them, also between a release() and the
// turn of the one that it woke, when the lock counts as unlocked.
#include "stdlib/asyncio/lock.hpp"

#include "stdlib/asyncio/task.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Lock* make_lock(VM& vm) { return static_cast<Lock*>(allocate_instance(vm, vm.native(lock_type))); }

static void take(VM& vm, Lock& self) {
    self.is_locked = true;
    Task* task = as_task(vm.thread->current_task);
    Heap::store(&self, self.owner, task ? task->name : Value());
}

static void wake_first(VM& vm, Lock& self) {
    if (waiter_count(self.waiters))
        wake(vm, waiter_at(*self.waiters, 0));
}

bool try_lock(VM& vm, Lock& self) {
    if (self.is_locked || has_uncancelled(self.waiters))
        return false;
    take(vm, self);
    return true;
}

// self: the lock. argument: what is returned.
Result<Value> run_lock_acquire(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Lock*>(coroutine.self.object());
    if (coroutine.begins())
        return try_lock(vm, self) ? Result<Value>(coroutine.argument) : wait_in(vm, coroutine, self);
    remove_waiter(self.waiters, coroutine.awaited);
    if (!outcome.is_error()) {
        take(vm, self);
        return coroutine.argument;
    }
    // Its turn may have come already: the next one gets it.
    if (is_cancelled_error(vm, outcome.exception()) && !self.is_locked)
        wake_first(vm, self);
    return outcome;
}

Result<void> release_lock(VM& vm, Lock& self) {
    if (!self.is_locked)
        return vm.runtime_error("Lock is not acquired.");
    self.is_locked = false;
    self.owner = Value();
    wake_first(vm, self);
    return {};
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static void lock_init(Lock& self) {
    self.waiters = nullptr;
    self.owner = Value();
    self.is_locked = false;
}

static constexpr NativeCoroutine::Code LOCK_ACQUIRE = {"Lock.acquire", run_lock_acquire};
Value lock_acquire(VM& vm, Lock& self) { return make_native_coroutine(vm, LOCK_ACQUIRE, &self, Value::boolean(true)); }

static constexpr NativeCoroutine::Code LOCK_AENTER = {"_ContextManagerMixin.__aenter__", run_lock_acquire};
static Value lock_enter(VM& vm, Lock& self) {
    if (overrides(vm, self, Method::Acquire))
        return enter_by_acquire(vm, self).named(LOCK_AENTER.qualname);
    return make_native_coroutine(vm, LOCK_AENTER, &self, Value::none());
}

static Result<Value> exit_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    auto& self = *static_cast<Lock*>(one_phase(coroutine).self.object());
    if (overrides(vm, self, Method::Release))
        TRY(call_override(vm, self, Method::Release));
    else
        TRY(release_lock(vm, self));
    return Value::none();
}

static constexpr NativeCoroutine::Code LOCK_AEXIT = {"_ContextManagerMixin.__aexit__", exit_body};
static Value lock_exit(VM& vm, Lock& self, Value, Value, Value) {
    return make_native_coroutine(vm, LOCK_AEXIT, &self);
}

static bool lock_locked(Lock& self) { return self.is_locked; }
static std::string lock_repr(VM& vm, Lock& self) {
    return primitive_repr(vm, self, self.is_locked ? "locked" : "unlocked");
}

static Value lock_owner_name(VM& vm, Lock& self) { return shown_task_name(vm, self.owner); }

static void visit_lock(Object* object, Visitor& visitor) {
    visit_primitive(object, visitor);
    visitor.visit(static_cast<Lock*>(object)->owner);
}

static constexpr NativeDef lock_members[] = {
    fn<primitive_new>("__new__(cls, /, *args, **kwargs)"),
    fn<lock_init>("__init__(self)"),
    fn<lock_repr>("__repr__(self, /)"),
    fn<lock_enter>("__aenter__(self)"),
    fn<lock_exit>("__aexit__(self, exc_type, exc, tb)"),
    fn<lock_acquire>("acquire(self)", "Wait until the lock is unlocked, lock it and return True."),
    fn<release_lock>("release(self)", "Unlock; whoever waits longest gets the lock next."),
    fn<lock_locked>("locked(self)", "Return True if the lock is acquired."),
    fn<primitive_get_loop>("_get_loop(self)"),
    get<lock_locked>("_locked"),
    get<primitive_waiters_or_none>("_waiters"),
    get<lock_owner_name>("_owner_name", "Name of the task that holds the lock, or None."),
};

const NativeType lock_type = {
    .name = "asyncio.locks.Lock",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Lock),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_lock,
    .members = lock_members,
    .member_count = std::size(lock_members),
    .doc = "A mutex for tasks: fair, not reentrant.",
};

} // namespace ouro::stdlib
