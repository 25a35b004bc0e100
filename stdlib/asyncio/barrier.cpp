// SPDX-License-Identifier: MIT
//
// asyncio.Barrier: lets tasks go on once a number of them has arrived, again and again.
//
//     filling --the last one arrives--> draining --the last one leaves--> filling
//        |                                 ^
//        +--reset()--> resetting ----------+ (those that wait get BrokenBarrierError)
//
// and abort() makes it broken until a reset().
//
// Who arrives while it drains or is reset waits for the next round. Every change of state notifies the condition.
#include "stdlib/asyncio/condition.hpp"
#include "stdlib/asyncio/lock.hpp"
#include "vm/model/class.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Barrier : Object {
    enum class State : uint8_t { Filling, Draining, Resetting, Broken };
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = barrier_type;
    State state() const { return State(spare); }
    bool is_filling() const { return state() == State::Filling; }

    Condition* condition;
    Value parties; // any number
    int64_t count; // tasks inside
};

} // namespace

static void change(VM& vm, Barrier& self, Barrier::State state) {
    self.spare = uint8_t(state);
    wake_all(vm, *self.condition);
}

static Lock& lock_of(Barrier& self) {
    return *static_cast<Lock*>(self.condition->lock.object());
}

static Raised broken_error(VM& vm, const char* message) {
    return raise_of(vm, asyncio_state(vm).broken_barrier_error, message);
}

// --- Waiting ------------------------------------------------------------------------------------------------------

static Result<bool> is_last(VM& vm, Barrier& self, int64_t index) {
    return equal(vm, make_int(vm, index + 1), self.parties);
}

static void leave(VM& vm, Barrier& self) {
    if (--self.count)
        return;
    bool ends_round = self.state() == Barrier::State::Resetting || self.state() == Barrier::State::Draining;
    change(vm, self, ends_round ? Barrier::State::Filling : self.state());
}

static bool is_closed(Barrier& self) {
    return self.state() == Barrier::State::Draining || self.state() == Barrier::State::Resetting;
}

// Goes inside, which gives it its place; the last one lets all go on.
static Result<Value> arrive(VM& vm, Barrier& self, Value& place) {
    if (self.state() == Barrier::State::Broken)
        return broken_error(vm, "Barrier aborted");
    place = Value::small_int(self.count++);
    if (TRY(is_last(vm, self, place.small_int())))
        change(vm, self, Barrier::State::Draining);
    return Value::none();
}

// Leaves, if it was inside, and unlocks. What wait() comes to: the place, unless the wait was ended by an exception.
static Result<Value> depart(VM& vm, Barrier& self, Value place, Result<Value> outcome) {
    if (!outcome.is_error()) {
        bool is_whole = self.state() == Barrier::State::Draining;
        outcome = is_whole ? Result<Value>(place) : Result<Value>(broken_error(vm, "Abort or reset of barrier"));
    }
    if (place)
        leave(vm, self);
    auto released = release_lock(vm, lock_of(self)); // fails if taking it again has failed
    if (!released.is_error())
        return outcome;
    exception_set_context(*released.exception(), outcome.is_error() ? outcome.exception() : nullptr);
    return released.error();
}

// With the lock held, after what came to `outcome`: must it wait for another change of state? It goes inside when it
// may; `place` is empty until then. If it need not wait, it has departed, and `outcome` is what wait() comes to.
static bool must_wait(VM& vm, Barrier& self, Value& place, Result<Value>& outcome) {
    if (!place && !outcome.is_error() && !is_closed(self))
        outcome = arrive(vm, self, place);
    if (!outcome.is_error() && (place ? self.is_filling() : is_closed(self)))
        return true;
    outcome = depart(vm, self, place, outcome);
    return false;
}

// wait() from where it does not get the lock at once: `taking` is what takes it. `begins`: for the first time.
static Async<> keep_waiting(VM& vm, Barrier& self, Value place, Value taking, bool begins) {
    Result<Value> outcome = co_await caught(taking);
    if (begins && outcome.is_error())
        co_return outcome;
    while (must_wait(vm, self, place, outcome))
        outcome = co_await caught(condition_wait(vm, *self.condition));
    co_return outcome;
}

// argument: the place.
static Result<Value> wait_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    auto& self = *static_cast<Barrier*>(coroutine.self.object());
    bool begins = coroutine.begins();
    Value taking;
    if (!begins)
        taking = end_wait(vm, *self.condition, coroutine.awaited, outcome);
    else if (!try_lock(vm, lock_of(self)))
        taking = lock_acquire(vm, lock_of(self));
    if (taking)
        return end_by(vm, coroutine, keep_waiting(vm, self, coroutine.argument, taking, begins));
    while (must_wait(vm, self, coroutine.argument, outcome)) {
        outcome = begin_wait(vm, *self.condition);
        if (!outcome.is_error())
            return wait_on(coroutine, outcome.release());
    }
    return outcome;
}

static constexpr NativeCoroutine::Code BARRIER_WAIT = {"Barrier.wait", wait_body};
static Value barrier_wait(VM& vm, Barrier& self) {
    return make_native_coroutine(vm, BARRIER_WAIT, &self);
}

static Result<Value> enter_body(VM& vm, NativeCoroutine& native, Result<Value>) {
    auto& coroutine = one_phase(native);
    return end_by(vm, coroutine, TRY(call_method(vm, coroutine.self, "wait", {}))); // a subclass may have its own
}
static constexpr NativeCoroutine::Code BARRIER_AENTER = {"Barrier.__aenter__", enter_body};
static Value barrier_enter(VM& vm, Value self) {
    return make_native_coroutine(vm, BARRIER_AENTER, self);
}

static Async<void> barrier_exit(VM&, Barrier&, Args) {
    co_return;
}

static Async<void> change_locked(VM& vm, Barrier& self, bool aborts) {
    co_await lock_acquire(vm, lock_of(self));
    change(vm, self,
           aborts           ? Barrier::State::Broken
           : self.count > 0 ? Barrier::State::Resetting
                            : Barrier::State::Filling);
    co_await release_lock(vm, lock_of(self));
}
static Async<void> barrier_reset(VM& vm, Barrier& self) {
    return change_locked(vm, self, false);
}
static Async<void> barrier_abort(VM& vm, Barrier& self) {
    return change_locked(vm, self, true);
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static Object* barrier_new(VM& vm, Type* cls, Args, Kwargs) {
    auto* self = static_cast<Barrier*>(allocate_instance(vm, cls));
    Heap::store(self, self->condition, make_condition(vm)); // also if a subclass's __init__ does not call ours
    self->parties = Value::small_int(1);
    return self;
}

static Result<void> barrier_init(VM& vm, Barrier& self, Value parties) {
    if (TRY(compare_bool(vm, Special::Lt, parties, Value::small_int(1))))
        return vm.value_error("parties must be >= 1");
    Heap::store(&self, self.condition, make_condition(vm));
    Heap::store(&self, self.parties, parties);
    self.count = 0;
    self.spare = uint8_t(Barrier::State::Filling);
    return {};
}

static Value get_parties(Barrier& self) {
    return self.parties;
}
static int64_t get_waiting(Barrier& self) {
    return self.is_filling() ? self.count : 0;
}
static bool is_broken(Barrier& self) {
    return self.state() == Barrier::State::Broken;
}

static Result<std::string> barrier_repr(VM& vm, Barrier& self) {
    static constexpr const char* names[] = {"filling", "draining", "resetting", "broken"};
    std::string state = names[self.spare];
    if (!is_broken(self))
        state += fmt::format(", waiters:{}/{}", get_waiting(self), TRY(str(vm, get_parties(self)))->view());
    return fmt::format("<{} object at {:#x} [{}]>", full_type_name(vm, self.type()), uintptr_t(&self), state);
}

static void visit_barrier(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<Barrier*>(object)->condition);
    visitor.visit(static_cast<Barrier*>(object)->parties);
}

static constexpr NativeDef barrier_members[] = {
    fn<barrier_new>("__new__(cls, /, *args, **kwargs)"),
    fn<barrier_init>("__init__(self, parties)"),
    fn<barrier_repr>("__repr__(self, /)"),
    fn<barrier_enter>("__aenter__(self)"),
    fn<barrier_exit>("__aexit__(self, *args)"),
    fn<barrier_wait>("wait(self)",
                     "Wait until all parties have arrived; return the number of those that came earlier."),
    fn<barrier_reset>("reset(self)", "Empty the barrier: whoever waits gets BrokenBarrierError."),
    fn<barrier_abort>("abort(self)", "Break the barrier: whoever waits or will wait gets BrokenBarrierError."),
    get<get_parties>("parties", "Number of tasks that the barrier waits for."),
    get<get_waiting>("n_waiting", "Number of tasks that have arrived in this round."),
    get<is_broken>("broken", "True after abort()."),
};

const NativeType barrier_type = {
    .name = "asyncio.locks.Barrier",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Barrier),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_barrier,
    .members = barrier_members,
    .member_count = std::size(barrier_members),
    .doc = "Lets tasks go on once a number of them has arrived.",
};

} // namespace ouro::stdlib
