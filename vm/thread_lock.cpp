// SPDX-License-Identifier: MIT
//
// The line of threads, handing over, and waiting.
#include "vm/thread_lock.hpp"

#include "vm/futex.hpp"
#include "vm/monotonic_clock.hpp"
#include "vm/vm.hpp"

#include <algorithm>
#include <unistd.h>

namespace ouro::vm {

// What the holder has left when somebody comes back from a blocking call: long against a hand-over, so that work gets
// done between two of them, and short against the switch interval, so that blocking often does not cost a turn each
// time.
static constexpr int64_t SHORT_TURN = 100'000;

void ThreadLock::acquire(Thread& self, Claim claim) {
    std::unique_lock guard(m_mutex);
    sleep_if_ended(self, guard);
    if (!m_vm.thread) {
        give(self, 0);
        return;
    }
    stand_in_line(self, claim);
    wait_in_line(self, claim, guard);
}

void ThreadLock::close(Thread& self) {
    std::lock_guard guard(m_mutex);
    m_last_holder = &self;
    m_first = m_last = nullptr; // they see it when they look again
}

// What the thread owns is never freed: frames of natives that it will not return to may refer to all of it.
void ThreadLock::sleep_if_ended(Thread& self, std::unique_lock<std::mutex>& guard) {
    if (!m_last_holder || m_last_holder == &self)
        return;
    guard.unlock();
    for (;;)
        pause();
}

void ThreadLock::release() {
    std::unique_lock guard(m_mutex);
    hand_over(guard);
}

// Registers are spilled here, and the stack is published in a deeper frame: so everything that the callers hold lies
// above the published address.
__attribute__((noinline)) void ThreadLock::yield() {
    SpilledRegisters registers;
    registers.capture();
    switch_away(*m_vm.thread);
    registers.keep();
}

__attribute__((noinline)) void ThreadLock::switch_away(Thread& self) {
    std::unique_lock guard(m_mutex);
    if (!m_first)
        return; // who asked for the VM has had it since
    self.parked_stack = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    stand_in_line(self, Claim::Turn);
    hand_over(guard);
    guard.lock();
    wait_in_line(self, Claim::Turn, guard);
    self.parked_stack = 0;
}

void ThreadLock::stand_in_line(Thread& self, Claim claim) {
    bool serves_loop = &self == m_vm.main_thread.get() || self.running_loop;
    Waiter& waiter = self.waiter;
    waiter.in_front = claim == Claim::Wake || (claim == Claim::Return && serves_loop);
    waiter.has_come.store(0, std::memory_order_relaxed);
    Thread* before = waiter.in_front ? nullptr : m_last;
    for (Thread* other = m_first; waiter.in_front && other && other->waiter.in_front; other = other->waiter.next)
        before = other;
    Thread*& place = before ? before->waiter.next : m_first;
    waiter.next = place;
    place = &self;
    if (!waiter.next)
        m_last = &self;
}

// What was asked of the last holder is not asked of `next`; what waited for this thread is.
void ThreadLock::give(Thread& next, int64_t now) {
    m_since = now;
    m_vm.thread = &next;
    m_vm.safepoint.fetch_and(~uint32_t(SAFEPOINT_SWITCH), std::memory_order_relaxed);
    m_vm.safepoint.fetch_or(next.pending, std::memory_order_relaxed);
    next.pending = 0;
}

void ThreadLock::hand_over(std::unique_lock<std::mutex>& guard) {
    Thread* next = m_first;
    if (!next) {
        m_vm.thread = nullptr;
        guard.unlock();
        return;
    }
    m_first = next->waiter.next;
    if (!m_first)
        m_last = nullptr;
    give(*next, monotonic_now());
    std::atomic<uint32_t>& has_come = next->waiter.has_come;
    has_come.store(1, std::memory_order_release);
    guard.unlock();
    futex_wake(&has_come, 1);
}

// Only the first in line asks for the VM, once the holder's time is over; the others look again later and later.
void ThreadLock::wait_in_line(Thread& self, Claim claim, std::unique_lock<std::mutex>& guard) {
    int64_t interval = switch_interval.load(std::memory_order_relaxed);
    int64_t patience = claim == Claim::Turn ? interval : claim == Claim::Return ? std::min(interval, SHORT_TURN) : 0;
    int64_t longest = std::max(patience, SHORT_TURN);
    while (!self.waiter.has_come.load(std::memory_order_acquire)) {
        sleep_if_ended(self, guard);
        int64_t wait = longest;
        if (m_first == &self) {
            int64_t left = m_since + patience - monotonic_now();
            if (left <= 0)
                m_vm.request_safepoint(SAFEPOINT_SWITCH);
            else
                wait = left;
        }
        guard.unlock();
        std::atomic<uint32_t>& has_come = self.waiter.has_come;
        if (!spin_until([&] { return has_come.load(std::memory_order_relaxed) != 0; }))
            futex_wait(has_come, 0, wait);
        if (has_come.load(std::memory_order_acquire))
            return;
        guard.lock();
        longest = std::min(2 * longest, std::max(interval, SHORT_TURN));
    }
    guard.unlock();
}

} // namespace ouro::vm
