// SPDX-License-Identifier: MIT
//
// ThreadLock: which thread holds the VM (vm/thread.hpp tells the whole story). The lock is handed over: who gives it
// up names the next one in line and wakes only that one, so nobody overtakes and nobody wakes in vain. VM::thread is
// the holder; it and the line change under m_mutex.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

namespace ouro::vm {

class VM;
struct Thread;

// How a thread comes to ask for the VM: where it stands in line and how much time the holder has left.
enum class Claim : uint8_t {
    Turn,   // it begins, or its turn is over: at the back, after a whole turn of the holder
    Return, // it has been blocked: the main thread and those of loops in front of the others, after a short turn
    Wake,   // a loop's thread has waited for events and there is one: in front, at the holder's next safepoint
};

// A thread's place in line.
struct Waiter {
    std::atomic<uint32_t> has_come{0}; // its turn; the thread sleeps on it
    Thread* next = nullptr;
    bool in_front = false;
};

class ThreadLock {
public:
    explicit ThreadLock(VM& vm) : m_vm(vm) {}
    ThreadLock(const ThreadLock&) = delete;
    ThreadLock& operator=(const ThreadLock&) = delete;

    // Returns when `self` holds the VM; never, when that has ended.
    void acquire(Thread& self, Claim claim);
    // By the holder: hands the VM over, or leaves it free. The collector must be able to see what the thread holds
    // before.
    void release();
    // By the holder, at a safepoint: lets the first in line have its turn; returns when the next own one has come.
    void yield();

    // By the holder: it keeps the VM for good, though it may still block. The others sleep for ever.
    void close(Thread& self);

    // How long a thread runs while others wait, in nanoseconds.
    std::atomic<int64_t> switch_interval{5'000'000};

private:
    void stand_in_line(Thread& self, Claim claim);
    void give(Thread& next, int64_t now);
    void hand_over(std::unique_lock<std::mutex>& guard);
    void wait_in_line(Thread& self, Claim claim, std::unique_lock<std::mutex>& guard);
    void switch_away(Thread& self);
    void sleep_if_ended(Thread& self, std::unique_lock<std::mutex>& guard);

    VM& m_vm;
    std::mutex m_mutex;
    Thread* m_first = nullptr; // the line
    Thread* m_last = nullptr;
    Thread* m_last_holder = nullptr; // once closed: the one thread that still runs
    int64_t m_since = 0; // when the holder was given the VM by another thread, on the monotonic clock; 0: nobody waited
};

} // namespace ouro::vm
