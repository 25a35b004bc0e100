// SPDX-License-Identifier: MIT
//
// The handles stand beside the handlers of module signal, whose delivery pushes them to their loops.
#include "stdlib/asyncio/signal_handlers.hpp"

#include "stdlib/asyncio/context_scope.hpp"
#include "stdlib/asyncio/handle.hpp"
#include "stdlib/asyncio/state.hpp"
#include "stdlib/asyncio/task.hpp"
#include "stdlib/signal/signals.hpp"
#include "vm/process_signals.hpp"

#include <cerrno>

namespace ouro::stdlib {

using namespace vm;

// What getsignal() shows of a signal whose callback runs in a loop.
static void handle_nothing(int64_t, Value) {}
static constexpr NativeDef NOTHING = fn<handle_nothing>("_sighandler_noop(signum, frame, /)");

static Result<int> check_signal(VM& vm, Value sig) {
    if (!is_int(sig) && !sig.is_bool())
        return vm.type_error("sig must be an int, not {}", repr_text(vm, sig));
    std::optional<int64_t> number = to_int64(TRY(index(vm, sig)));
    sigset_t all;
    sigfillset(&all);
    if (!number || *number < 1 || *number >= NSIG || sigismember(&all, int(*number)) != 1)
        return vm.value_error("invalid signal number {}", TRY(str(vm, sig))->view());
    return int(*number);
}

// An OSError EINVAL of set_handler in asyncio's words.
static Raised refuse_signal(VM& vm, int number, Raised error) {
    if (!is_exception_of(error.exception, vm, ExceptionId::OSError) || errno != EINVAL)
        return error;
    Raised refused = vm.runtime_error("sig {} cannot be caught", number);
    exception_set_context(*refused.exception, error.exception);
    return refused;
}

static void drop_handle(VM& vm, SignalState& state, int number) {
    Value handle = std::exchange(state.loop_handles[number], Value());
    if (!handle)
        return;
    auto& dropped = *static_cast<Handle*>(handle.object());
    dropped.loop->engine->listener_ended();
    cancel_handle(vm, dropped);
}

Result<void> add_signal_handler(VM& vm, Loop& loop, Value sig, Value callback, Args arguments) {
    if (TRY(is_coroutine(vm, callback)) ||
        TRY(truth(vm, TRY(call_library(vm, "inspect", "iscoroutinefunction", {callback})))))
        return vm.type_error("coroutines cannot be used with add_signal_handler()");
    int number = TRY(check_signal(vm, sig));
    TRY(check_open(vm, loop));
    SignalState& state = *TRY(signal_state_of(vm));
    if (vm.thread != vm.main_thread.get())
        return vm.runtime_error("set_wakeup_fd only works in main thread of the main interpreter");
    Handle* handle = make_handle(vm, loop, callback, arguments, captured_context(vm));
    Value nothing = make_native_function(vm, NOTHING, nullptr, {});
    if (auto set = set_handler(vm, state, number, nothing); set.is_error())
        return refuse_signal(vm, number, set.error());
    catch_signal(number, true); // system calls of whatever else runs are not to be interrupted
    drop_handle(vm, state, number);
    Heap::store(&state, state.loop_handles[number], handle);
    loop.engine->listener_begins();
    return {};
}

static bool has_handler(SignalState& state, int number, Loop& loop) {
    Value handle = state.loop_handles[number];
    return handle && static_cast<Handle*>(handle.object())->loop == &loop;
}

static Result<void> remove(VM& vm, SignalState& state, int number) {
    drop_handle(vm, state, number);
    Value handler = number == SIGINT ? state.default_int_handler : Value::small_int(0);
    if (auto set = set_handler(vm, state, number, handler); set.is_error())
        return refuse_signal(vm, number, set.error());
    return {};
}

Result<bool> remove_signal_handler(VM& vm, Loop& loop, Value sig) {
    int number = TRY(check_signal(vm, sig));
    SignalState& state = *TRY(signal_state_of(vm));
    if (!has_handler(state, number, loop))
        return false;
    TRY(check_main_thread(vm, "signal"));
    TRY(remove(vm, state, number));
    return true;
}

Result<void> remove_signal_handlers(VM& vm, Loop& loop) {
    auto* state = owns_signals(vm) ? static_cast<SignalState*>(signal_state()) : nullptr;
    for (int number = 1; state && number < NSIG; number++) {
        if (has_handler(*state, number, loop))
            TRY(remove(vm, *state, number));
    }
    return {};
}

} // namespace ouro::stdlib
