// SPDX-License-Identifier: MIT
//
// What threads tell one another by: threading.Event, Semaphore and BoundedSemaphore.
#include "stdlib/threading/locks.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

// "<threading.Event at 0x...: " for the repr of an instance of `type`.
std::string repr_head(VM& vm, Object& self) {
    Type* type = vm.type_of(&self);
    auto module = find_attribute(vm, type, vm.names.dunder_module);
    Str* name = module.is_error() ? nullptr : as<Str>(module.release());
    return fmt::format("<{}.{} at {}", name ? name->view() : "threading", type->qualname->view(), fmt::ptr(&self));
}

Value new_instance(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

// --- Event -----------------------------------------------------------------------------------------------------------

struct ThreadEvent : Object {
    static constexpr const NativeType& native_type = thread_event_type;
    ParkingLine line;
    bool is_set;
};

void event_init(ThreadEvent& self) { self.is_set = false; }
bool event_is_set(ThreadEvent& self) { return self.is_set; }
void event_clear(ThreadEvent& self) { self.is_set = false; }
void event_set(ThreadEvent& self) {
    self.is_set = true;
    self.line.unpark_all();
}

bool event_is_set_camel(VM& vm, ThreadEvent& self) {
    vm.warn_at(ExceptionId::DeprecationWarning, "isSet() is deprecated, use is_set() instead", nullptr, nullptr);
    return self.is_set;
}

// Whoever was there when it was set goes on, also when it has been cleared since.
Result<bool> event_wait(VM& vm, ThreadEvent& self, Value timeout) {
    if (self.is_set)
        return true;
    int64_t deadline = TRY(wait_deadline(vm, timeout));
    Parked parked(vm, self.line);
    return parked.wait(deadline);
}

std::string event_repr(VM& vm, ThreadEvent& self) {
    return fmt::format("{}: {}>", repr_head(vm, self), self.is_set ? "set" : "unset");
}

void event_forget_others(ThreadEvent& self) { self.line.forget(); }

constexpr NativeDef event_members[] = {
    fn<new_instance>("__new__(cls, /, *args, **kwargs)"),
    fn<event_init>("__init__(self)"),
    fn<event_is_set>("is_set(self)", "Return whether it is set."),
    fn<event_is_set_camel>("isSet(self)"),
    fn<event_set>("set(self)", "Set it and wake all threads that wait."),
    fn<event_clear>("clear(self)", "Reset it."),
    fn<event_wait>("wait(self, timeout=None)", "Wait until it is set, or for `timeout` seconds; return whether it is."),
    fn<event_forget_others>("_at_fork_reinit(self)"),
    fn<event_repr>("__repr__(self, /)"),
    get<event_is_set>("_flag"),
};

// --- Semaphores ------------------------------------------------------------------------------------------------------

struct ThreadSemaphore : Object {
    static constexpr const NativeType& native_type = thread_semaphore_type;
    ParkingLine line;
    int64_t value;
    int64_t first_value;
};

Result<void> semaphore_init(VM& vm, ThreadSemaphore& self, int64_t value) {
    if (value < 0)
        return vm.value_error("semaphore initial value must be >= 0");
    self.value = self.first_value = value;
    return {};
}

// As a Latch is: who finds it free takes it. One that was woken in vain waits in front again.
Result<bool> take(VM& vm, ThreadSemaphore& self, int64_t deadline) {
    auto place = Parked::Place::Back;
    while (self.value == 0) {
        if (deadline == 0)
            return false;
        Parked parked(vm, self.line, place);
        auto woken = parked.wait(deadline);
        if (woken.is_error()) {
            if (parked.is_woken() && self.value > 0)
                self.line.unpark();
            return woken;
        }
        if (!woken.release() && self.value == 0)
            return false;
        place = Parked::Place::Front;
    }
    self.value--;
    return true;
}

Result<bool> semaphore_acquire(VM& vm, ThreadSemaphore& self, bool blocking, Value timeout) {
    if (!blocking && !timeout.is_none())
        return vm.value_error("can't specify timeout for non-blocking acquire");
    return take(vm, self, blocking ? TRY(wait_deadline(vm, timeout)) : 0);
}

Result<bool> semaphore_enter(VM& vm, ThreadSemaphore& self) { return take(vm, self, Parked::FOR_EVER); }

Result<void> give_back(VM& vm, ThreadSemaphore& self, int64_t count, bool is_bounded) {
    if (count < 1)
        return vm.value_error("n must be one or more");
    int64_t value;
    if (__builtin_add_overflow(self.value, count, &value) || (is_bounded && value > self.first_value))
        return vm.value_error("Semaphore released too many times");
    self.value = value;
    for (; count > 0 && self.line.unpark(); count--) {
    }
    return {};
}

Result<void> semaphore_release(VM& vm, ThreadSemaphore& self, int64_t n) { return give_back(vm, self, n, false); }
Result<void> bounded_release(VM& vm, ThreadSemaphore& self, int64_t n) { return give_back(vm, self, n, true); }

Result<void> semaphore_exit(VM& vm, ThreadSemaphore& self, Args) {
    TRY(call_method(vm, &self, "release", {}));
    return {};
}

std::string semaphore_repr(VM& vm, ThreadSemaphore& self) {
    return fmt::format("{}: value={}>", repr_head(vm, self), self.value);
}
std::string bounded_repr(VM& vm, ThreadSemaphore& self) {
    return fmt::format("{}: value={}/{}>", repr_head(vm, self), self.value, self.first_value);
}
int64_t semaphore_value(ThreadSemaphore& self) { return self.value; }
int64_t first_value(ThreadSemaphore& self) { return self.first_value; }

constexpr NativeDef semaphore_members[] = {
    fn<new_instance>("__new__(cls, /, *args, **kwargs)"),
    fn<semaphore_init>("__init__(self, value=1)"),
    fn<semaphore_acquire>("acquire(self, blocking=True, timeout=None)",
                          "Take one, waiting until there is one, and return whether that was done."),
    fn<semaphore_release>("release(self, n=1)", "Give back n and wake as many threads."),
    fn<semaphore_enter>("__enter__(self)"),
    fn<semaphore_exit>("__exit__(self, /, *exc_info)"),
    fn<semaphore_repr>("__repr__(self, /)"),
    get<semaphore_value>("_value"),
};

constexpr NativeDef bounded_members[] = {
    fn<bounded_release>("release(self, n=1)",
                        "Give back n and wake as many threads. ValueError when that is more than was taken."),
    fn<bounded_repr>("__repr__(self, /)"),
    get<first_value>("_initial_value"),
};

} // namespace

const NativeType thread_event_type = {
    .name = "threading.Event",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadEvent),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE | Type::BARE_NAME,
    .visit = nullptr,
    .members = event_members,
    .member_count = std::size(event_members),
    .doc = "A flag that threads wait for.",
};

const NativeType thread_semaphore_type = {
    .name = "threading.Semaphore",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(ThreadSemaphore),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE | Type::BARE_NAME,
    .visit = nullptr,
    .members = semaphore_members,
    .member_count = std::size(semaphore_members),
    .doc = "A number of places that threads take and give back.",
};

const NativeType bounded_thread_semaphore_type = {
    .name = "threading.BoundedSemaphore",
    .base = &thread_semaphore_type,
    .kind = Kind::Native,
    .size = sizeof(ThreadSemaphore),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE | Type::BARE_NAME,
    .visit = nullptr,
    .members = bounded_members,
    .member_count = std::size(bounded_members),
    .doc = "A Semaphore that gets back no more than was taken.",
};

} // namespace ouro::stdlib
