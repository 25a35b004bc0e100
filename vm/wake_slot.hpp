// SPDX-License-Identifier: MIT
//
// WakeSlot: whom an interrupt of a VM has to wake: that in which the main thread waits now, else that whose descriptor
// a host waits on. Signal handlers and other threads come at any time, also while what they wake goes: so they are
// counted, and remove() returns when none of them can still have seen it.
#pragma once

#include <atomic>
#include <cstdint>

namespace ouro::vm {

// Something in which a thread waits; an event loop's is its reactor (vm/async/reactor.hpp).
class WakeHandle {
public:
    // From any thread and from signal handlers: ends the wait under way, or else the next one.
    virtual void wake() = 0;

protected:
    ~WakeHandle() = default;
};

class WakeSlot {
public:
    // From any thread and from signal handlers.
    void wake();

    // The rest is the main thread's. Returns what was there before.
    WakeHandle* exchange(WakeHandle* handle) { return m_handle.exchange(handle); }
    // `handle` goes: it is not woken any more.
    void remove(WakeHandle* handle);

private:
    std::atomic<WakeHandle*> m_handle{nullptr};
    std::atomic<uint32_t> m_visitors{0}; // within wake()
};

} // namespace ouro::vm
