// SPDX-License-Identifier: MIT
//
// threading.Condition. Its lock may be any object with acquire() and release(); for ours, and where a lock has them,
// _release_save, _acquire_restore and _is_owned give up and take back all levels at once.
#include "stdlib/threading/locks.hpp"

#include "vm/model/dict.hpp"
#include "vm/async/clock.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct ThreadCondition : Object {
    static constexpr const NativeType& native_type = thread_condition_type;
    Value lock;
    ParkingLine line;
};

Value condition_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

void condition_init(VM& vm, ThreadCondition& self, Value lock) {
    if (lock.is_none())
        lock = allocate_instance(vm, vm.native(reentrant_lock_type));
    Heap::store(&self, self.lock, lock);
}

Result<Value> lock_of(VM& vm, ThreadCondition& self) {
    if (self.lock.is_empty())
        return vm.raise_attribute_error(&self, intern(vm, "_lock"),
                                        "'Condition' object has no attribute '_lock'");
    return self.lock;
}

Result<Value> condition_acquire(VM& vm, ThreadCondition& self, Args arguments, Kwargs keywords) {
    Value acquire = TRY(get_attribute(vm, TRY(lock_of(vm, self)), "acquire"));
    return call_with_dict(vm, acquire, arguments, &keywords);
}
Result<Value> condition_release(VM& vm, ThreadCondition& self) {
    return call_method(vm, TRY(lock_of(vm, self)), "release", {});
}
Result<Value> condition_enter(VM& vm, ThreadCondition& self) {
    return call_method(vm, TRY(lock_of(vm, self)), "__enter__", {});
}
Result<Value> condition_exit(VM& vm, ThreadCondition& self, Args arguments) {
    Value exit = TRY(get_attribute(vm, TRY(lock_of(vm, self)), "__exit__"));
    return call(vm, exit, arguments);
}
Result<Value> condition_locked(VM& vm, ThreadCondition& self) {
    return call_method(vm, TRY(lock_of(vm, self)), "locked", {});
}

// The lock's own method, or empty.
Result<Value> hook(VM& vm, Value lock, const char* name) { return find_attribute(vm, lock, name); }

// Does the running thread have the lock? Where that cannot be asked: is it locked?
Result<bool> is_owned(VM& vm, Value lock) {
    if (auto* ours = detail::native_cast<BlockingLock>(lock))
        return ours->latch.is_locked;
    if (Value owned = TRY(hook(vm, lock, "_is_owned")))
        return truth(vm, TRY(call(vm, owned, std::initializer_list<Value>{})));
    if (!TRY(truth(vm, TRY(call_method(vm, lock, "acquire", {Value::boolean(false)})))))
        return true;
    TRY(call_method(vm, lock, "release", {}));
    return false;
}

Result<Value> release_all(VM& vm, Value lock) {
    if (Value release = TRY(hook(vm, lock, "_release_save")))
        return call(vm, release, std::initializer_list<Value>{});
    TRY(call_method(vm, lock, "release", {}));
    return Value::none();
}

Result<void> acquire_all(VM& vm, Value lock, Value state) {
    if (Value acquire = TRY(hook(vm, lock, "_acquire_restore")))
        TRY(call(vm, acquire, {state}));
    else
        TRY(call_method(vm, lock, "acquire", {}));
    return {};
}

// In line before the lock is given up, so no notify() is missed; and with the lock again in any case.
Result<bool> wait_until(VM& vm, ThreadCondition& self, int64_t deadline) {
    Value lock = TRY(lock_of(vm, self));
    if (!TRY(is_owned(vm, lock)))
        return vm.runtime_error("cannot wait on un-acquired lock");
    Parked parked(vm, self.line);
    Value state = TRY(release_all(vm, lock));
    auto woken = parked.wait(deadline);
    if (woken.is_error() && parked.is_woken())
        self.line.unpark(); // the next one hears of it
    TRY(acquire_all(vm, lock, state));
    return woken;
}

Result<bool> condition_wait(VM& vm, ThreadCondition& self, Value timeout) {
    return wait_until(vm, self, TRY(wait_deadline(vm, timeout)));
}

Result<Value> condition_wait_for(VM& vm, ThreadCondition& self, Value predicate, Value timeout) {
    int64_t deadline = TRY(wait_deadline(vm, timeout));
    for (;;) {
        Value result = TRY(call(vm, predicate, std::initializer_list<Value>{}));
        bool is_late = deadline != Parked::FOR_EVER && deadline <= monotonic_nanoseconds(vm);
        if (is_late || TRY(truth(vm, result)))
            return result;
        TRY(wait_until(vm, self, deadline));
    }
}

Result<void> check_notify(VM& vm, ThreadCondition& self) {
    if (!TRY(is_owned(vm, TRY(lock_of(vm, self)))))
        return vm.runtime_error("cannot notify on un-acquired lock");
    return {};
}

Result<void> condition_notify(VM& vm, ThreadCondition& self, int64_t count) {
    TRY(check_notify(vm, self));
    while (count-- > 0 && self.line.unpark()) {
    }
    return {};
}

Result<void> condition_notify_all(VM& vm, ThreadCondition& self) {
    TRY(check_notify(vm, self));
    self.line.unpark_all();
    return {};
}

// An old name.
Result<void> condition_notify_all_camel(VM& vm, ThreadCondition& self) {
    vm.warn_at(ExceptionId::DeprecationWarning, "notifyAll() is deprecated, use notify_all() instead", nullptr,
               nullptr);
    return condition_notify_all(vm, self);
}

Result<std::string> condition_repr(VM& vm, ThreadCondition& self) {
    return fmt::format("<Condition({}, {})>", TRY(repr(vm, TRY(lock_of(vm, self))))->view(), self.line.size());
}

Result<bool> condition_is_owned(VM& vm, ThreadCondition& self) { return is_owned(vm, TRY(lock_of(vm, self))); }
int64_t condition_waiters(ThreadCondition& self) { return int64_t(self.line.size()); }
Result<void> condition_forget_others(VM& vm, ThreadCondition& self) {
    TRY(call_method(vm, TRY(lock_of(vm, self)), "_at_fork_reinit", {}));
    self.line.forget();
    return {};
}

void visit_condition(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<ThreadCondition*>(object)->lock);
}

constexpr NativeDef condition_members[] = {
    fn<condition_new>("__new__(cls, /, *args, **kwargs)"),
    fn<condition_init>("__init__(self, lock=None)"),
    fn<condition_acquire>("acquire(self, /, *args, **kwargs)", "Acquire the lock."),
    fn<condition_release>("release(self)", "Release the lock."),
    fn<condition_locked>("locked(self)", "Return whether the lock is locked."),
    fn<condition_enter>("__enter__(self)"),
    fn<condition_exit>("__exit__(self, /, *args)"),
    fn<condition_wait>("wait(self, timeout=None)",
                       "Release the lock, wait until notified or for `timeout` seconds, and acquire it again.\n\n"
                       "Return whether it was notified."),
    fn<condition_wait_for>("wait_for(self, predicate, timeout=None)",
                           "Wait until predicate() is true, or for `timeout` seconds; return its last value."),
    fn<condition_notify>("notify(self, n=1)", "Wake up to n threads that wait."),
    fn<condition_notify_all>("notify_all(self)", "Wake all threads that wait."),
    fn<condition_notify_all_camel>("notifyAll(self)"),
    fn<condition_is_owned>("_is_owned(self)"),
    fn<condition_forget_others>("_at_fork_reinit(self)"),
    fn<condition_repr>("__repr__(self, /)"),
    get<lock_of>("_lock"),
    get<condition_waiters>("_waiter_count"),
};

} // namespace

const NativeType thread_condition_type = {
    .name = "threading.Condition",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadCondition),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE | Type::BARE_NAME,
    .visit = visit_condition,
    .members = condition_members,
    .member_count = std::size(condition_members),
    .doc = "A lock and threads that wait for something that it guards.",
};

} // namespace ouro::stdlib
