// SPDX-License-Identifier: MIT
#include "vm/async/mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace ouro::vm {

Mailbox::Mailbox() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Mailbox::~Mailbox() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool Mailbox::post(Job job) {
    std::lock_guard lock(m_mutex);
    if (m_is_closed)
        return false;
    m_jobs.push_back(std::move(job));
    m_has_jobs.store(true, std::memory_order_release);
    wake();
    return true;
}

void Mailbox::wake() {
    uint64_t one = 1;
    if (m_descriptor >= 0 && write(m_descriptor, &one, sizeof(one)) < 0)
        return; // the counter is full: whoever waits is awake
}

std::vector<Mailbox::Job> Mailbox::take() {
    std::lock_guard lock(m_mutex);
    m_has_jobs.store(false, std::memory_order_relaxed);
    return std::exchange(m_jobs, {});
}

void Mailbox::drain() {
    uint64_t count;
    if (m_descriptor >= 0 && read(m_descriptor, &count, sizeof(count)) < 0)
        return; // nothing to read
}

void Mailbox::close() {
    std::vector<Job> dropped; // destroyed without the lock: what they hold may post
    std::lock_guard lock(m_mutex);
    m_is_closed = true;
    dropped.swap(m_jobs);
}

} // namespace ouro::vm
