// SPDX-License-Identifier: MIT
//
// Interrupts and safepoints. How a VM comes into being stands in bootstrap/.
#include "vm/vm.hpp"

#include <unistd.h>

namespace ouro::vm {

Raised VM::native_stack_overflow() { return recursion_error("maximum recursion depth exceeded"); }

void VM::interrupt() {
    safepoint.fetch_or(SAFEPOINT_INTERRUPT); // first: a loop that is about to wait is woken, or sees this
    wake_slot.wake();
}

Result<void> VM::handle_safepoint() {
    uint32_t reasons = safepoint.exchange(0, std::memory_order_relaxed);
    if (reasons & SAFEPOINT_FINALIZERS)
        run_finalizers();
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
