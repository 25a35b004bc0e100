// SPDX-License-Identifier: MIT
//
// Where handlers are kept, and what happens when a signal is delivered.
#include "stdlib/signal/signals.hpp"

#include "stdlib/asyncio/handle.hpp"
#include "stdlib/os/descriptors.hpp"
#include "vm/model/frame.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/process_signals.hpp"
#include "vm/run/import.hpp"

#include <algorithm>
#include <cerrno>

namespace ouro::stdlib {

using namespace vm;

static void visit_state(Object* object, Visitor& visitor) {
    auto& state = *static_cast<SignalState*>(object);
    for (Value& handler : state.handlers)
        visitor.visit(handler);
    for (Value& handle : state.loop_handles)
        visitor.visit(handle);
    visitor.visit(state.default_int_handler);
}

static constexpr NativeType signal_state_type = {
    .name = "_signal._State",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(SignalState),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_state,
    .members = nullptr,
    .member_count = 0,
};
const NativeType& SignalState::native_type = signal_state_type;

// --- Who may --------------------------------------------------------------------------------------------------------

Result<void> check_owns_signals(VM& vm) {
    return owns_signals(vm) ? Result<void>() : refuse_access(vm, "the signals of its process");
}

Result<void> check_main_thread(VM& vm, const char* name) {
    if (vm.thread != vm.main_thread.get())
        return vm.value_error("{} only works in main thread of the main interpreter", name);
    return {};
}

Result<int> signal_number(VM& vm, int64_t number) {
    if (number < 1 || number >= NSIG)
        return vm.value_error("signal number out of range");
    return int(number);
}

// --- State ----------------------------------------------------------------------------------------------------------

// What the process was started with: SIGINT is caught by now, unless that was to ignore it.
static Value initial_handler(const SignalState& state, int number) {
    struct sigaction action;
    if (sigaction(number, nullptr, &action) != 0)
        return Value::none();
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)
        return Value::small_int(action.sa_handler == SIG_IGN);
    return number == SIGINT ? state.default_int_handler : Value::none();
}

Result<SignalState*> signal_state_of(VM& vm) {
    TRY(check_owns_signals(vm));
    if (Object* state = signal_state())
        return static_cast<SignalState*>(state);
    Value module = TRY(import_absolute(vm, "_signal"));
    Value default_handler = TRY(get_attribute(vm, module, "default_int_handler"));
    auto* state = static_cast<SignalState*>(allocate_instance(vm, vm.native(signal_state_type)));
    state->default_int_handler = default_handler;
    for (int number = 1; number < NSIG; number++)
        state->handlers[number] = initial_handler(*state, number);
    vm.singletons.push_back(state);
    signal_state() = state;
    return state;
}

// --- Handlers -------------------------------------------------------------------------------------------------------

static int ignore_or_default(int number, bool ignores) {
    struct sigaction action = {};
    action.sa_handler = ignores ? SIG_IGN : SIG_DFL;
    return sigaction(number, &action, nullptr);
}

bool scripts_handle_signals(VM& vm) {
    auto* state = owns_signals(vm) ? static_cast<SignalState*>(signal_state()) : nullptr;
    return state && std::ranges::any_of(state->handlers, [&](Value handler) {
        return handler && !handler.is_none() && !handler.is_small_int() && handler != state->default_int_handler;
    });
}

Result<Value> set_handler(VM& vm, SignalState& state, int number, Value handler) {
    bool is_default = TRY(equal(vm, handler, Value::small_int(0)));
    bool is_ignore = TRY(equal(vm, handler, Value::small_int(1)));
    if (!is_default && !is_ignore && !is_callable(vm, handler))
        return vm.type_error("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    TRY(vm.handle_safepoint()); // what has come before is for the handler before
    if ((is_default || is_ignore ? ignore_or_default(number, is_ignore) : catch_signal(number)) != 0)
        return vm.os_error(errno);
    Value former = state.handlers[number];
    Heap::store(&state, state.handlers[number], is_default || is_ignore ? Value::small_int(is_ignore) : handler);
    if (number == SIGINT)
        vm.hooks.on_interrupt = nullptr; // what asyncio's runner would do is the script's to say now
    return former;
}

static Result<void> interrupt(VM& vm) {
    if (vm.hooks.on_interrupt && vm.hooks.on_interrupt(vm))
        return {};
    return vm.raise(ExceptionId::KeyboardInterrupt, "");
}

// The handler that loop.add_signal_handler has set: its callback runs in the loop.
static Result<void> push_to_loop(VM&, SignalState& state, int number) {
    auto* handle = state.loop_handles[number] ? static_cast<Handle*>(state.loop_handles[number].object()) : nullptr;
    if (!handle || handle->is_cancelled() || handle->loop->is_closed)
        return {};
    handle->loop->engine->push(callback_of(*handle), {});
    handle->loop->engine->wake();
    return {};
}

static Result<void> deliver(VM& vm, int number) {
    auto* state = static_cast<SignalState*>(signal_state());
    if (!state)
        return number == SIGINT ? interrupt(vm) : Result<void>();
    TRY(push_to_loop(vm, *state, number));
    Value handler = state->handlers[number];
    if (handler == state->default_int_handler)
        return interrupt(vm);
    if (handler.is_none() || handler.is_small_int())
        return {}; // it was taken away since the signal came
    Frame* frame = current_frame(vm);
    Value shown = frame ? Value(frame_object(vm, *frame)) : Value::none();
    TRY(call(vm, handler, {Value::small_int(number), shown}));
    return {};
}

bool take_signals(VM& vm) {
    if (!claim_signals(vm, deliver))
        return false;
    struct sigaction action;
    if (sigaction(SIGINT, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
        catch_signal(SIGINT);
    ignore_or_default(SIGPIPE, true);
    ignore_or_default(SIGXFSZ, true);
    return true;
}

} // namespace ouro::stdlib
