// SPDX-License-Identifier: MIT
//
// _thread.lock and _thread.RLock.
#include "stdlib/threading/locks.hpp"

#include "vm/model/class.hpp"
#include "vm/values/float.hpp"
#include "vm/thread.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static constexpr int64_t LONGEST_WAIT_SECONDS = INT64_MAX / 1'000'000'000; // threading.TIMEOUT_MAX

uint64_t thread_identity() { return uint64_t(pthread_self()); }

Result<bool> Latch::acquire(VM& vm, int64_t deadline) {
    if (!is_locked) {
        is_locked = true;
        return true;
    }
    if (deadline == 0)
        return false;
    auto place = Parked::Place::Back;
    for (;;) {
        Parked parked(vm, line, place);
        auto woken = parked.wait(deadline);
        if (parked.is_given()) { // is_locked for us
            if (woken.is_error())
                release();
            return woken;
        }
        if (woken.is_error()) {
            if (parked.is_woken() && !is_locked)
                line.unpark(); // what it was woken for is the next one's
            return woken;
        }
        if (!is_locked) {
            is_locked = true;
            return true;
        }
        if (!woken.release())
            return false;
        must_give = true;
        place = Parked::Place::Front;
    }
}

void Latch::release() {
    if (must_give && !line.is_empty()) {
        must_give = false;
        line.give();
        return;
    }
    must_give = false;
    is_locked = false;
    line.unpark();
}

// What CPython takes for a time: a float, or an int.
static Result<double> seconds_of(VM& vm, Value timeout) {
    double seconds = is_float(timeout) ? float_number(timeout)
                                       : TRY(detail::argument_to_double(vm, TRY(index(vm, timeout))));
    if (std::isnan(seconds))
        return vm.value_error("Invalid value NaN (not a number)");
    if (std::abs(seconds) >= 0x1p63)
        return vm.overflow_error("timestamp out of range for platform time_t");
    return seconds;
}

static Result<int64_t> checked_deadline(VM& vm, double seconds) {
    if (seconds > double(LONGEST_WAIT_SECONDS))
        return vm.overflow_error("timeout value is too large");
    return std::max<int64_t>(deadline_after(vm, seconds), 1);
}

Result<int64_t> lock_deadline(VM& vm, bool blocking, Value given) {
    double timeout = TRY(seconds_of(vm, given));
    if (!blocking && timeout != -1)
        return vm.value_error("can't specify a timeout for a non-blocking call");
    if (timeout < 0 && timeout != -1)
        return vm.value_error("timeout value must be a non-negative number");
    if (!blocking)
        return 0;
    return timeout == -1 ? Result<int64_t>(Parked::FOR_EVER) : checked_deadline(vm, timeout);
}

Result<int64_t> wait_deadline(VM& vm, Value timeout) {
    if (timeout.is_none())
        return Parked::FOR_EVER;
    double seconds = TRY(seconds_of(vm, timeout));
    return seconds <= 0 ? Result<int64_t>(0) : checked_deadline(vm, seconds);
}

// --- lock -----------------------------------------------------------------------------------------------------------

BlockingLock* make_blocking_lock(VM& vm) {
    return static_cast<BlockingLock*>(allocate_instance(vm, vm.native(blocking_lock_type)));
}

static Value lock_new(VM& vm, Type*) { return make_blocking_lock(vm); }

static Result<bool> lock_acquire(VM& vm, BlockingLock& self, bool blocking, Value timeout) {
    return self.latch.acquire(vm, TRY(lock_deadline(vm, blocking, timeout)));
}

static Result<bool> lock_enter(VM& vm, BlockingLock& self) { return self.latch.acquire(vm, Parked::FOR_EVER); }

static Result<void> lock_release(VM& vm, BlockingLock& self) {
    if (!self.latch.is_locked)
        return vm.runtime_error("release unlocked lock");
    self.latch.release();
    return {};
}

static Result<void> lock_exit(VM& vm, BlockingLock& self, Args) { return lock_release(vm, self); }
static bool lock_locked(BlockingLock& self) { return self.latch.is_locked; }
static void lock_forget_others(BlockingLock& self) { self.latch = {}; }

static std::string lock_repr(BlockingLock& self) {
    return fmt::format("<{} _thread.lock object at {}>", self.latch.is_locked ? "locked" : "unlocked", fmt::ptr(&self));
}

static constexpr NativeDef blocking_lock_members[] = {
    fn<lock_new>("__new__(cls, /)"),
    fn<lock_acquire>("acquire(self, blocking=True, timeout=-1)",
                     "Lock it, waiting until it is unlocked, and return whether that was done."),
    fn<lock_acquire>("acquire_lock(self, blocking=True, timeout=-1)"),
    fn<lock_release>("release(self, /)", "Unlock it; any thread may."),
    fn<lock_release>("release_lock(self, /)"),
    fn<lock_locked>("locked(self, /)", "Return whether it is locked."),
    fn<lock_locked>("locked_lock(self, /)"),
    fn<lock_enter>("__enter__(self, /)"),
    fn<lock_exit>("__exit__(self, /, *exc_info)"),
    fn<lock_repr>("__repr__(self, /)"),
    fn<lock_forget_others>("_at_fork_reinit(self, /)"),
};

const NativeType blocking_lock_type = {
    .name = "_thread.lock",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(BlockingLock),
    .flags = Type::FINAL | Type::WEAKLY_REFERENCEABLE,
    .visit = nullptr,
    .members = blocking_lock_members,
    .member_count = std::size(blocking_lock_members),
    .doc = "A mutex for threads; not reentrant.",
};

// --- RLock ----------------------------------------------------------------------------------------------------------

static bool is_owned(VM& vm, ReentrantLock& self) { return self.count && self.owner == vm.thread; }

static void own(VM& vm, ReentrantLock& self, int64_t count) {
    self.owner = vm.thread;
    self.owner_identity = thread_identity();
    self.count = count;
}

static Value reentrant_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

static Result<bool> reentrant_acquire(VM& vm, ReentrantLock& self, bool blocking, Value timeout) {
    int64_t deadline = TRY(lock_deadline(vm, blocking, timeout));
    if (is_owned(vm, self)) {
        self.count++;
        return true;
    }
    if (!TRY(self.latch.acquire(vm, deadline)))
        return false;
    own(vm, self, 1);
    return true;
}

static Result<bool> reentrant_enter(VM& vm, ReentrantLock& self) {
    return reentrant_acquire(vm, self, true, Value::small_int(-1));
}

static void disown(ReentrantLock& self) {
    self.owner = nullptr;
    self.owner_identity = 0;
    self.count = 0;
    self.latch.release();
}

static Result<void> reentrant_release(VM& vm, ReentrantLock& self) {
    if (!is_owned(vm, self))
        return vm.runtime_error("cannot release un-acquired lock");
    if (--self.count == 0)
        disown(self);
    return {};
}

static Result<void> reentrant_exit(VM& vm, ReentrantLock& self, Args) { return reentrant_release(vm, self); }

// How a Condition gives up all levels of the lock, and takes them back.
static Result<Value> reentrant_release_save(VM& vm, ReentrantLock& self) {
    if (!self.count)
        return vm.runtime_error("cannot release un-acquired lock");
    Tuple* state = make_tuple(vm, {make_int(vm, self.count), make_int(vm, int64_t(self.owner_identity))});
    disown(self);
    return state;
}

static Result<void> reentrant_acquire_restore(VM& vm, ReentrantLock& self, Tuple& state) {
    if (state.size() != 2)
        return vm.type_error("_acquire_restore() argument 1 must be sequence of length 2, not {}", state.size());
    int64_t count = TRY(index_int64(vm, state[0]));
    TRY(self.latch.acquire(vm, Parked::FOR_EVER));
    own(vm, self, count);
    return {};
}

static bool reentrant_locked(ReentrantLock& self) { return self.count != 0; }
static int64_t reentrant_count(VM& vm, ReentrantLock& self) { return is_owned(vm, self) ? self.count : 0; }
static void reentrant_forget_others(ReentrantLock& self) {
    self.latch = {};
    self.owner = nullptr;
    self.owner_identity = 0;
    self.count = 0;
}

static std::string reentrant_repr(VM& vm, ReentrantLock& self) {
    return fmt::format("<{} {} object owner={} count={} at {}>", self.count ? "locked" : "unlocked",
                       error_name(vm.type_of(&self)), self.owner_identity, self.count, fmt::ptr(&self));
}

static constexpr NativeDef reentrant_lock_members[] = {
    fn<reentrant_new>("__new__(cls, /, *args, **kwargs)"),
    fn<reentrant_acquire>("acquire(self, blocking=True, timeout=-1)",
                          "Lock it once more, waiting while another thread has it; return whether that was done."),
    fn<reentrant_release>("release(self, /)", "Unlock it once; only its owner may."),
    fn<reentrant_locked>("locked(self, /)", "Return whether a thread has it."),
    fn<reentrant_enter>("__enter__(self, /)"),
    fn<reentrant_exit>("__exit__(self, /, *exc_info)"),
    fn<reentrant_release_save>("_release_save(self, /)"),
    fn<reentrant_acquire_restore>("_acquire_restore(self, state, /)"),
    fn<is_owned>("_is_owned(self, /)"),
    fn<reentrant_count>("_recursion_count(self, /)"),
    fn<reentrant_forget_others>("_at_fork_reinit(self, /)"),
    fn<reentrant_repr>("__repr__(self, /)"),
};

const NativeType reentrant_lock_type = {
    .name = "_thread.RLock",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ReentrantLock),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = nullptr,
    .members = reentrant_lock_members,
    .member_count = std::size(reentrant_lock_members),
    .doc = "A mutex for threads that its owner may lock again.",
};

} // namespace ouro::stdlib
