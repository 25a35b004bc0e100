// SPDX-License-Identifier: MIT
//
// Mailbox: what other threads ask an event loop to do. Shared between the loop and those threads, so that a thread may
// come too late: once the loop is gone, what it posts is dropped.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace ouro::vm {

class Mailbox {
public:
    using Job = std::function<void()>;

    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // From any thread: `job` is run by the loop's thread in its next tick; it must not throw. False when the loop is
    // gone.
    bool post(Job job);
    // From any thread or signal handler: makes descriptor() readable.
    void wake();

    bool is_open() const { return !m_is_closed.load(std::memory_order_acquire); }

    // The rest is the loop's own. An eventfd, -1 if the system has none left.
    int descriptor() const { return m_descriptor; }
    bool has_jobs() const { return m_has_jobs.load(std::memory_order_acquire); }
    std::vector<Job> take();
    void drain(); // descriptor() is no longer readable
    void close();

private:
    std::mutex m_mutex;
    std::vector<Job> m_jobs;
    std::atomic<bool> m_has_jobs{false};
    std::atomic<bool> m_is_closed{false}; // changed under the mutex
    int m_descriptor;
};

} // namespace ouro::vm
