// SPDX-License-Identifier: MIT
#include "vm/import_lock.hpp"

#include "vm/blocking.hpp"
#include "vm/futex.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::vm {

ImportLock::Loading::Loading(VM& vm, std::string_view name) : m_vm(vm) {
    vm.import_lock.m_loads.push_back({name, vm.thread});
}

// A thread's loads end in the opposite order, but others may have begun theirs since.
ImportLock::Loading::~Loading() {
    ImportLock& lock = m_vm.import_lock;
    auto mine = std::find_if(lock.m_loads.rbegin(), lock.m_loads.rend(),
                             [&](const Load& load) { return load.thread == m_vm.thread; });
    lock.m_loads.erase(std::next(mine).base());
    lock.m_ended.fetch_add(1, std::memory_order_relaxed);
    if (m_vm.threads.size() > 1)
        futex_wake(&lock.m_ended, INT_MAX);
}

Thread* ImportLock::loader_of(std::string_view name) const {
    auto found = std::find_if(m_loads.begin(), m_loads.end(), [&](const Load& load) { return load.name == name; });
    return found == m_loads.end() ? nullptr : found->thread;
}

// Nobody waits in a circle yet, so the way from one loader to the next ends.
bool ImportLock::closes_circle(const Thread& self, const Thread* loader) const {
    while (loader && loader != &self)
        loader = loader->awaited_module.empty() ? nullptr : loader_of(loader->awaited_module);
    return loader == &self;
}

Result<void> ImportLock::wait(VM& vm, std::string_view name) {
    Thread& self = *vm.thread;
    for (;;) {
        Thread* loader = loader_of(name);
        if (!loader || closes_circle(self, loader))
            return {};
        uint32_t ended = m_ended.load(std::memory_order_relaxed);
        self.awaited_module = name;
        blocking(vm, [&] { futex_wait(m_ended, ended); });
        self.awaited_module = {};
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
    }
}

} // namespace ouro::vm
