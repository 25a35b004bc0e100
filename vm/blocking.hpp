// SPDX-License-Identifier: MIT
//
// BlockingScope: a native that may block gives up the VM meanwhile.
//
//      ssize_t size;
//      {
//          BlockingScope scope(vm);
//          size = ::read(fd, buffer, sizeof(buffer));
//      }
//
// Inside, nothing of the VM may be touched but memory that cannot change: bytes of a str or bytes object that the
// caller holds, storage taken out of its owner. Where the call may take for ever, not even that, since the heap may end
// before it does (vm/thread.hpp). The collector of another thread sees all that this thread's frames hold. errno is
// kept. Costs a comparison while there is only one thread.
#pragma once

#include "vm/vm.hpp"

#include <string_view>
#include <sys/types.h>

namespace ouro::vm {

class BlockingScope {
public:
    // `claim`: how the thread asks for the VM at the end.
    __attribute__((always_inline)) explicit BlockingScope(VM& vm, Claim claim = Claim::Return)
        : m_thread(nullptr), m_claim(claim) {
        if (vm.threads.size() > 1) [[unlikely]] {
            m_registers.capture();
            enter(*vm.thread);
        }
    }
    ~BlockingScope() {
        if (m_thread) [[unlikely]]
            leave();
    }
    BlockingScope(const BlockingScope&) = delete;
    BlockingScope& operator=(const BlockingScope&) = delete;

private:
    void enter(Thread& thread);
    void leave();

    Thread* m_thread; // that gave up the VM, or null
    Claim m_claim;
    SpilledRegisters m_registers; // in the caller's frame, which the collector reads
};

// What `call()` returns, called in a BlockingScope.
template <class F>
auto blocking(VM& vm, F&& call) {
    BlockingScope scope(vm);
    return call();
}

// write(2) in a BlockingScope, of bytes of objects: with other threads, by way of a copy, since the heap may end while
// the call stands there, and what comes to lie in its place is nobody's business. -1 with errno; MemoryError.
Result<ssize_t> blocking_write(VM& vm, int fd, std::string_view data);

} // namespace ouro::vm
