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

// Goes inside; the last one lets all go on. The place among those inside; -1, with an error, when it is broken.
static int64_t arrive(VM& vm, Barrier& self, Result<Value>& outcome) {
    if (self.state() == Barrier::State::Broken) {
        outcome = broken_error(vm, "Barrier aborted");
        return -1;
    }
    int64_t index = self.count++;
    auto last = is_last(vm, self, index);
    if (last.is_error())
        outcome = last.error();
    else if (last.release())
        change(vm, self, Barrier::State::Draining);
    return index;
}

// Leaves, if it was inside, and unlocks. What wait() comes to: the place, unless the wait was ended by an exception.
static Result<Value> depart(VM& vm, Barrier& self, int64_t index, Result<Value> outcome) {
    if (!outcome.is_error()) {
        bool is_whole = self.state() == Barrier::State::Draining;
        outcome = is_whole ? Result<Value>(make_int(vm, index))
                           : Result<Value>(broken_error(vm, "Abort or reset of barrier"));
    }
    if (index >= 0)
        leave(vm, self);
    TRY(release_lock(vm, lock_of(self)));
    return outcome;
}

static Async<> barrier_wait(VM& vm, Barrier& self) {
    co_await lock_acquire(vm, lock_of(self));
    Result<Value> outcome = Value::none();
    while (is_closed(self) && !outcome.is_error())
        outcome = co_await caught(condition_wait(vm, *self.condition));
    int64_t index = outcome.is_error() ? -1 : arrive(vm, self, outcome);
    while (self.is_filling() && !outcome.is_error())
        outcome = co_await caught(condition_wait(vm, *self.condition));
    co_return depart(vm, self, index, outcome);
}

static Async<> barrier_enter(VM& vm, Value self) {
    Value waiting = co_await call_method(vm, self, "wait", {}); // a subclass may have its own
    Value index = co_await waiting;
    co_return index;
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

static Result<Object*> barrier_new(VM& vm, Value cls, Args, Kwargs) {
    auto* self = static_cast<Barrier*>(TRY(new_primitive(vm, cls, barrier_type)));
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
    .flags = Type::IMMUTABLE | Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_barrier,
    .members = barrier_members,
    .member_count = std::size(barrier_members),
    .doc = "Lets tasks go on once a number of them has arrived.",
};

} // namespace ouro::stdlib
