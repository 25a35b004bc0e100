// SPDX-License-Identifier: MIT
//
// Giving up the VM and taking it back.
#include "vm/blocking.hpp"

#include <cerrno>

namespace ouro::vm {

// This frame lies below everything that the callers hold: from here up the collector looks.
__attribute__((noinline)) void BlockingScope::enter(Thread& thread) {
    int error = errno;
    m_thread = &thread;
    thread.is_blocked = m_claim == Claim::Return;
    thread.parked_stack = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    thread.vm.lock.release();
    errno = error;
}

void BlockingScope::leave() {
    int error = errno;
    m_thread->lock->acquire(*m_thread, m_claim); // the VM may have ended: then it never returns
    m_thread->parked_stack = 0;
    m_thread->is_blocked = false;
    errno = error;
}

} // namespace ouro::vm
