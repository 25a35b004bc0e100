// SPDX-License-Identifier: MIT
//
// The event loop policy. Its classes are Python: asyncio/_policies.py.
#include "stdlib/asyncio/policy.hpp"

#include "stdlib/asyncio/state.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace vm;

Value event_loop_policy(VM& vm) {
    AsyncioState* state = find_asyncio_state(vm);
    return state && state->policy ? state->policy : Value::none();
}

void set_event_loop_policy(VM& vm, Value policy) {
    AsyncioState& state = asyncio_state(vm);
    Heap::store(&state, state.policy, policy.is_none() ? Value() : policy);
    vm.thread->event_loop = nullptr;
}

Value own_loop_of_thread(VM& vm) {
    return vm.thread->event_loop ? Value(vm.thread->event_loop) : Value::none();
}

Result<void> set_own_loop_of_thread(VM& vm, Value value) {
    Loop* loop = value.is_none() ? nullptr : detail::native_cast<Loop>(value);
    if (!loop && !value.is_none())
        return vm.type_error("loop must be an instance of AbstractEventLoop or None, not '{}'", vm.type_name(value));
    vm.thread->event_loop = loop;
    return {};
}

Result<Loop*> new_loop(VM& vm) {
    Value policy = event_loop_policy(vm);
    if (policy.is_none())
        return make_loop(vm);
    return loop_argument(vm, TRY(call_method(vm, policy, "new_event_loop", {})));
}

Result<void> set_event_loop(VM& vm, Value loop) {
    Value policy = event_loop_policy(vm);
    if (policy.is_none())
        return set_own_loop_of_thread(vm, loop);
    TRY(call_method(vm, policy, "set_event_loop", {loop}));
    return {};
}

Result<Loop*> loop_of_thread(VM& vm) {
    Value policy = event_loop_policy(vm);
    if (policy.is_none() && vm.thread->event_loop)
        return static_cast<Loop*>(vm.thread->event_loop);
    if (policy.is_none()) // the default one, which raises the error
        policy = TRY(call_library(vm, "asyncio._policies", "current_policy", {}));
    return loop_argument(vm, TRY(call_method(vm, policy, "get_event_loop", {})));
}

} // namespace ouro::stdlib
