// SPDX-License-Identifier: MIT
//
// asyncio.Semaphore and BoundedSemaphore. A release() with waiters hands the unit to the first of them on the spot: the
// value does not grow, so nobody can take it before that one's turn.
#include "stdlib/asyncio/locks.hpp"

#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// --- The value: an int nearly always, but any number will do -------------------------------------------------------

static Result<void> add_to_value(VM& vm, Semaphore& self, int64_t difference) {
    if (self.value.is_small_int() && Value::fits_small_int(self.value.small_int() + difference))
        self.value = Value::small_int(self.value.small_int() + difference);
    else
        Heap::store(&self, self.value,
                    TRY(binary_operation(vm, Special::Add, self.value, Value::small_int(difference))));
    return {};
}

static Result<bool> has_units(VM& vm, Semaphore& self) {
    if (self.value.is_small_int())
        return self.value.small_int() > 0;
    return compare_bool(vm, Special::Gt, self.value, Value::small_int(0));
}

static Result<bool> semaphore_locked(VM& vm, Semaphore& self) {
    bool is_used_up = self.value.is_small_int() ? self.value.small_int() == 0
                                                : TRY(compare_bool(vm, Special::Eq, self.value, Value::small_int(0)));
    return is_used_up || has_uncancelled(self.waiters);
}

// As acquire() asks, who would be served out of turn otherwise.
static Result<bool> is_locked(VM& vm, Semaphore& self) {
    if (overrides(vm, self, Method::Locked))
        return truth(vm, TRY(call_override(vm, self, Method::Locked)));
    return semaphore_locked(vm, self);
}

// --- Acquiring and releasing --------------------------------------------------------------------------------------

// Hands a unit to the first one that waits; whether there was one.
static Result<bool> hand_over(VM& vm, Semaphore& self) {
    for (size_t i = 0; i < waiter_count(self.waiters); i++) {
        Future& waiter = waiter_at(*self.waiters, i);
        if (waiter.is_done())
            continue;
        TRY(add_to_value(vm, self, -1));
        wake(vm, waiter);
        return true;
    }
    return false;
}

static Result<void> finish_acquire(VM& vm, Semaphore& self, Future& waiter, Result<Value> outcome) {
    remove_waiter(self.waiters, &waiter);
    if (outcome.is_error() && is_cancelled_error(vm, outcome.exception()) &&
        waiter.state() == Future::State::Finished) // it was handed a unit and does not take it
        TRY(add_to_value(vm, self, 1));
    // Others may have queued behind this one although there were units.
    while (TRY(has_units(vm, self)) && TRY(hand_over(vm, self))) {
    }
    TRY(outcome);
    return {};
}

// acquire() and __aenter__(), which return `argument`.
static Result<Value> acquire_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Semaphore*>(coroutine.self.object());
    if (!coroutine.begins())
        TRY(finish_acquire(vm, self, *as<Future>(coroutine.awaited), outcome));
    else if (TRY(is_locked(vm, self)))
        return wait_in(vm, coroutine, self);
    else
        TRY(add_to_value(vm, self, -1));
    return coroutine.argument;
}

static Result<void> semaphore_release(VM& vm, Semaphore& self) {
    TRY(add_to_value(vm, self, 1));
    TRY(hand_over(vm, self));
    return {};
}

static Result<void> bounded_semaphore_release(VM& vm, Semaphore& self) {
    if (!self.bound.is_empty() && TRY(compare_bool(vm, Special::Ge, self.value, self.bound)))
        return vm.value_error("BoundedSemaphore released too many times");
    return semaphore_release(vm, self);
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static Object* semaphore_new(VM& vm, Type* cls, Args, Kwargs) {
    auto* self = static_cast<Semaphore*>(allocate_instance(vm, cls));
    self->value = Value::small_int(1); // there is always one, also if a subclass's __init__ does not call ours
    return self;
}

static Result<void> semaphore_init(VM& vm, Semaphore& self, Value value) {
    if (TRY(compare_bool(vm, Special::Lt, value, Value::small_int(0))))
        return vm.value_error("Semaphore initial value must be >= 0");
    self.waiters = nullptr;
    Heap::store(&self, self.value, value);
    return {};
}

static Result<void> bounded_semaphore_init(VM& vm, Semaphore& self, Value value) {
    Heap::store(&self, self.bound, value);
    return semaphore_init(vm, self, value);
}

static constexpr NativeCoroutine::Code SEMAPHORE_ACQUIRE = {"Semaphore.acquire", acquire_body};
static Value semaphore_acquire(VM& vm, Semaphore& self) {
    return make_native_coroutine(vm, SEMAPHORE_ACQUIRE, &self, Value::boolean(true));
}

static constexpr NativeCoroutine::Code SEMAPHORE_AENTER = {"_ContextManagerMixin.__aenter__", acquire_body};
static Value semaphore_enter(VM& vm, Semaphore& self) {
    if (overrides(vm, self, Method::Acquire))
        return enter_by_acquire(vm, self).named(SEMAPHORE_AENTER.qualname);
    return make_native_coroutine(vm, SEMAPHORE_AENTER, &self, Value::none());
}

static Result<Value> exit_body(VM& vm, NativeCoroutine& coroutine, Result<Value>) {
    auto& self = *static_cast<Semaphore*>(one_phase(coroutine).self.object());
    if (overrides(vm, self, Method::Release))
        TRY(call_override(vm, self, Method::Release));
    else
        TRY(bounded_semaphore_release(vm, self));
    return Value::none();
}

static constexpr NativeCoroutine::Code SEMAPHORE_AEXIT = {"_ContextManagerMixin.__aexit__", exit_body};
static Value semaphore_exit(VM& vm, Semaphore& self, Value, Value, Value) {
    return make_native_coroutine(vm, SEMAPHORE_AEXIT, &self);
}

static Result<std::string> semaphore_repr(VM& vm, Semaphore& self) {
    if (TRY(is_locked(vm, self)))
        return primitive_repr(vm, self, "locked");
    return primitive_repr(vm, self, fmt::format("unlocked, value:{}", TRY(str(vm, self.value))->view()));
}

static Value get_value(Semaphore& self) { return self.value; }
static Result<void> set_value(VM& vm, Semaphore& self, Value value) {
    if (value.is_empty())
        return vm.type_error("cannot delete attribute '_value' of a semaphore");
    Heap::store(&self, self.value, value);
    return {};
}
static Value get_bound(Semaphore& self) { return self.bound ? self.bound : Value::none(); }

static void visit_semaphore(Object* object, Visitor& visitor) {
    visit_primitive(object, visitor);
    visitor.visit(static_cast<Semaphore*>(object)->value);
    visitor.visit(static_cast<Semaphore*>(object)->bound);
}

static constexpr NativeDef semaphore_members[] = {
    fn<semaphore_new>("__new__(cls, /, *args, **kwargs)"),
    fn<semaphore_init>("__init__(self, value=1)"),
    fn<semaphore_repr>("__repr__(self, /)"),
    fn<semaphore_enter>("__aenter__(self)"),
    fn<semaphore_exit>("__aexit__(self, exc_type, exc, tb)"),
    fn<semaphore_acquire>("acquire(self)", "Wait until there is a unit, take it and return True."),
    fn<semaphore_release>("release(self)", "Give a unit back, to whoever waits longest."),
    fn<semaphore_locked>("locked(self)", "Return True if acquire() would wait."),
    fn<primitive_get_loop>("_get_loop(self)"),
    get<get_value, set_value>("_value"),
    get<primitive_waiters_or_none>("_waiters"),
};

const NativeType semaphore_type = {
    .name = "asyncio.locks.Semaphore",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Semaphore),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_semaphore,
    .members = semaphore_members,
    .member_count = std::size(semaphore_members),
    .doc = "A number of units that tasks take and give back.",
};

static constexpr NativeDef bounded_semaphore_members[] = {
    fn<semaphore_new>("__new__(cls, /, *args, **kwargs)"),
    fn<bounded_semaphore_init>("__init__(self, value=1)"),
    fn<bounded_semaphore_release>("release(self)", "Give a unit back; ValueError when there are all of them already."),
    get<get_bound>("_bound_value"),
};

const NativeType bounded_semaphore_type = {
    .name = "asyncio.locks.BoundedSemaphore",
    .base = &semaphore_type,
    .kind = Kind::Native,
    .size = sizeof(Semaphore),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_semaphore,
    .members = bounded_semaphore_members,
    .member_count = std::size(bounded_semaphore_members),
    .doc = "A semaphore that cannot get more units than it began with.",
};

} // namespace ouro::stdlib
