// SPDX-License-Identifier: MIT
//
// The one way into a loop from threads that do not hold its VM: everything here happens under the mutex.
#include "vm/async/mailbox.hpp"

#include "vm/async/reactor.hpp"

#include <utility>

namespace ouro::vm {

bool Mailbox::post(Job job) {
    std::lock_guard lock(m_mutex);
    if (m_is_closed)
        return false;
    m_jobs.push_back(std::move(job));
    m_has_jobs.store(true, std::memory_order_release);
    if (m_reactor)
        m_reactor->wake();
    return true;
}

void Mailbox::attach(Reactor& reactor) {
    std::lock_guard lock(m_mutex);
    m_reactor = &reactor;
}

std::vector<Mailbox::Job> Mailbox::take() {
    std::lock_guard lock(m_mutex);
    m_has_jobs.store(false, std::memory_order_relaxed);
    return std::exchange(m_jobs, {});
}

void Mailbox::close() {
    std::vector<Job> dropped; // destroyed without the lock: what they hold may post
    std::lock_guard lock(m_mutex);
    m_is_closed = true;
    m_has_jobs.store(false, std::memory_order_relaxed);
    m_reactor = nullptr;
    dropped.swap(m_jobs);
}

} // namespace ouro::vm
