// SPDX-License-Identifier: MIT
//
// Waking and removing, which meet without a lock, since signal handlers wake.
#include "vm/wake_slot.hpp"

#include <sched.h>

namespace ouro::vm {

void WakeSlot::wake() {
    m_visitors.fetch_add(1);
    if (WakeHandle* handle = m_handle.load())
        handle->wake();
    m_visitors.fetch_sub(1);
}

// A visitor holds nothing that this thread could have, so it is soon gone; a signal handler of this thread is gone
// already.
void WakeSlot::remove(WakeHandle* handle) {
    m_handle.compare_exchange_strong(handle, nullptr);
    while (m_visitors.load() != 0)
        sched_yield();
}

} // namespace ouro::vm
