// SPDX-License-Identifier: MIT
//
// Interrupts and safepoints. How a VM comes into being stands in bootstrap/.
#include "vm/vm.hpp"

#include "vm/process_signals.hpp"

#include <unistd.h>

namespace ouro::vm {

Raised VM::native_stack_overflow() { return recursion_error("maximum recursion depth exceeded"); }

void VM::interrupt() {
    safepoint.fetch_or(SAFEPOINT_INTERRUPT); // first: a loop that is about to wait is woken, or sees this
    wake_slot.wake();
}

// Takes the reasons that the running thread does not handle out of `reasons`: they wait for the main thread.
uint32_t VM::leave_to_main_thread(uint32_t reasons) {
    uint32_t left = reasons & (SAFEPOINT_INTERRUPT | SAFEPOINT_SIGNALS);
    if (!thread->running_loop && !main_thread->is_blocked)
        left |= reasons & SAFEPOINT_FINALIZERS;
    if (left) {
        main_thread->pending |= left;
        wake_slot.wake();
    }
    return reasons & ~left;
}

Result<void> VM::handle_safepoint(uint32_t wanted) {
    if (safepoint.load(std::memory_order_relaxed) & wanted & SAFEPOINT_SWITCH) {
        safepoint.fetch_and(~uint32_t(SAFEPOINT_SWITCH), std::memory_order_relaxed);
        lock.yield();
    }
    uint32_t reasons = safepoint.fetch_and(~wanted, std::memory_order_relaxed) & wanted;
    if (thread != main_thread.get())
        reasons = leave_to_main_thread(reasons);
    if (reasons & SAFEPOINT_FINALIZERS)
        run_finalizers();
    if (reasons & SAFEPOINT_SIGNALS) {
        // What else was asked for is asked for again by who looks next.
        if (auto handled = run_signal_handlers(*this); handled.is_error()) {
            request_safepoint(reasons & (SAFEPOINT_INTERRUPT | SAFEPOINT_MEMORY));
            return handled;
        }
    }
    if (reasons & SAFEPOINT_INTERRUPT && !(hooks.on_interrupt && hooks.on_interrupt(*this)))
        return raise(ExceptionId::KeyboardInterrupt, "");
    if (reasons & SAFEPOINT_MEMORY) {
        heap.collect(true);
        if (heap.over_limit())
            return memory_error();
    }
    return {};
}

} // namespace ouro::vm
