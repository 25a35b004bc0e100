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
    thread.parked_stack = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    thread.vm.lock.release();
    errno = error;
}

void BlockingScope::leave() {
    int error = errno;
    m_thread->vm.lock.acquire(*m_thread, m_claim);
    m_thread->parked_stack = 0;
    errno = error;
}

} // namespace ouro::vm
