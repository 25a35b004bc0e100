// SPDX-License-Identifier: MIT
//
// Waking and leaving, which meet without a lock, since signal handlers wake.
#include "vm/wake_slot.hpp"

#include <sched.h>

namespace ouro::vm {

void WakeSlot::wake() {
    m_visitors.fetch_add(1);
    Wait* wait = m_innermost.load();
    if (WakeHandle* handle = wait ? wait->m_handle.load() : m_host.load())
        handle->wake();
    m_visitors.fetch_sub(1);
}

// A visitor holds nothing that this thread could have, so it is soon gone; a signal handler of this thread is gone
// already.
void WakeSlot::await_visitors() {
    while (m_visitors.load() != 0)
        sched_yield();
}

void WakeSlot::remove(WakeHandle* handle) {
    WakeHandle* expected = handle;
    m_host.compare_exchange_strong(expected, nullptr);
    for (Wait* wait = m_innermost.load(); wait; wait = wait->m_below) {
        expected = handle;
        wait->m_handle.compare_exchange_strong(expected, nullptr);
    }
    await_visitors();
}

WakeSlot::Wait::Wait(WakeSlot& slot, WakeHandle* handle)
    : m_slot(slot), m_handle(handle), m_below(slot.m_innermost.load()) {
    if (handle)
        slot.m_innermost.store(this);
}

WakeSlot::Wait::~Wait() {
    if (m_slot.m_innermost.load() != this)
        return;
    m_slot.m_innermost.store(m_below);
    m_slot.await_visitors();
}

} // namespace ouro::vm
