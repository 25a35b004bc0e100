// SPDX-License-Identifier: MIT
//
// WakeSlot: whom an interrupt of a VM has to wake: what the main thread waits in now, innermost first, else that whose
// descriptor a host waits on. Signal handlers and other threads come at any time, also while what they wake goes: so
// they are counted, and nothing leaves the slot before none of them can still have seen it.
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

    // The rest is for the holder of the VM.

    // A host waits on what `handle` has.
    void set_host(WakeHandle* handle) { m_host.store(handle); }
    // `handle` goes: it is not woken any more.
    void remove(WakeHandle* handle);

    // While it lives, the main thread waits in `handle`; null: it does not, and nothing changes.
    class Wait {
    public:
        Wait(WakeSlot& slot, WakeHandle* handle);
        ~Wait();
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;

    private:
        friend class WakeSlot;
        WakeSlot& m_slot;
        std::atomic<WakeHandle*> m_handle;
        Wait* m_below;
    };

private:
    void await_visitors();

    std::atomic<WakeHandle*> m_host{nullptr};
    std::atomic<Wait*> m_innermost{nullptr};
    std::atomic<uint32_t> m_visitors{0}; // within wake()
};

} // namespace ouro::vm
