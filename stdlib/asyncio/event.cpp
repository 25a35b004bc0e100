// SPDX-License-Identifier: MIT
//
// asyncio.Event: a flag that tasks wait for.
#include "stdlib/asyncio/event.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Event* make_event(VM& vm, bool is_set) {
    auto* event = static_cast<Event*>(allocate_instance(vm, vm.native(event_type)));
    event->is_set = is_set;
    return event;
}

// Whoever waits now goes on, even if the event is cleared before its turn.
void set_event(VM& vm, Event& self) {
    if (self.is_set)
        return;
    self.is_set = true;
    wake_all(vm, self);
}

Result<Value> run_event_wait(VM& vm, Event& self, OnePhaseCoroutine& coroutine, Result<Value> outcome) {
    if (coroutine.begins())
        return self.is_set ? Result<Value>(Value::boolean(true)) : wait_in(vm, coroutine, self);
    remove_waiter(self.waiters, coroutine.awaited);
    TRY(outcome);
    return Value::boolean(true);
}

// --- What scripts see ---------------------------------------------------------------------------------------------

static void event_init(Event& self) {
    self.waiters = nullptr;
    self.is_set = false;
}

static Result<Value> wait_body(VM& vm, NativeCoroutine& native, Result<Value> outcome) {
    auto& coroutine = one_phase(native);
    return run_event_wait(vm, *static_cast<Event*>(coroutine.self.object()), coroutine, outcome);
}

static constexpr NativeCoroutine::Code EVENT_WAIT = {"Event.wait", wait_body};
static Value event_wait(VM& vm, Event& self) { return make_native_coroutine(vm, EVENT_WAIT, &self); }
static void event_clear(Event& self) { self.is_set = false; }
static bool event_is_set(Event& self) { return self.is_set; }
static std::string event_repr(VM& vm, Event& self) { return primitive_repr(vm, self, self.is_set ? "set" : "unset"); }

static constexpr NativeDef event_members[] = {
    fn<primitive_new>("__new__(cls, /, *args, **kwargs)"),
    fn<event_init>("__init__(self)"),
    fn<event_repr>("__repr__(self, /)"),
    fn<event_wait>("wait(self)", "Wait until the flag is true; return True."),
    fn<set_event>("set(self)", "Make the flag true and wake all that wait for it."),
    fn<event_clear>("clear(self)", "Make the flag false."),
    fn<event_is_set>("is_set(self)", "Return True if the flag is true."),
    fn<primitive_get_loop>("_get_loop(self)"),
    get<event_is_set>("_value"),
    get<primitive_waiters>("_waiters"),
};

const NativeType event_type = {
    .name = "asyncio.locks.Event",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Event),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_primitive,
    .members = event_members,
    .member_count = std::size(event_members),
    .doc = "A flag that tasks wait for.",
};

} // namespace ouro::stdlib
