// SPDX-License-Identifier: MIT
//
// ImportLock: a module is loaded by one thread; others that import it meanwhile wait until it is whole. Threads that
// would wait for each other in a circle do not: the one that would close it gets the module as far as it has come, as
// in one thread a circle of imports does. Everything here is for the holder of the VM.
#pragma once

#include "vm/result.hpp"

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ouro::vm {

class VM;
struct Thread;

class ImportLock {
public:
    // Stands around the loading of a module by the running thread.
    class Loading {
    public:
        Loading(VM& vm, std::string_view name);
        ~Loading();
        Loading(const Loading&) = delete;
        Loading& operator=(const Loading&) = delete;

    private:
        VM& m_vm;
    };

    // Returns when no other thread is loading `name`, or when waiting for it would close a circle. KeyboardInterrupt.
    Result<void> wait(VM& vm, std::string_view name);

private:
    struct Load {
        std::string_view name;
        Thread* thread;
    };
    Thread* loader_of(std::string_view name) const;
    bool closes_circle(const Thread& self, const Thread* loader) const;

    std::vector<Load> m_loads; // under way
    std::atomic<uint32_t> m_ended{0}; // counts those that are over: who waits sleeps on it
};

} // namespace ouro::vm
