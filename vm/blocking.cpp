// SPDX-License-Identifier: MIT
//
// Giving up the VM and taking it back.
#include "vm/blocking.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <unistd.h>

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

Result<ssize_t> blocking_write(VM& vm, int fd, std::string_view data) {
    if (vm.threads.size() == 1)
        return ::write(fd, data.data(), data.size());
    TRY(vm.heap.reserve(data.size()));
    std::unique_ptr<char[]> copy(new (std::nothrow) char[data.size()]);
    if (!copy)
        return vm.memory_error();
    std::copy(data.begin(), data.end(), copy.get());
    return blocking(vm, [&] { return ::write(fd, copy.get(), data.size()); });
}

} // namespace ouro::vm
