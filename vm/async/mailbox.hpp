// SPDX-License-Identifier: MIT
//
// Mailbox: what other threads ask an event loop to do. Shared between the loop and those threads, so that a thread may
// come too late: once the loop is closed, what it posts is refused.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace ouro::vm {

class Reactor;

class Mailbox {
public:
    using Job = std::function<void()>;

    Mailbox() = default;
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // From any thread: `job` is run by the loop's thread in its next tick; it must not throw. False when the loop is
    // closed.
    bool post(Job job);
    bool is_open() const { return !m_is_closed.load(std::memory_order_acquire); }

    // The rest is the loop's own. From now on post() wakes `reactor`.
    void attach(Reactor& reactor);
    bool has_jobs() const { return m_has_jobs.load(std::memory_order_acquire); }
    std::vector<Job> take();
    void close();

private:
    std::mutex m_mutex;
    std::vector<Job> m_jobs;
    Reactor* m_reactor = nullptr; // of the loop, once it has one: before, the loop does not wait
    std::atomic<bool> m_has_jobs{false};
    std::atomic<bool> m_is_closed{false}; // changed under the mutex
};

} // namespace ouro::vm
