// SPDX-License-Identifier: MIT
//
// Waiting for a word to change, and waking who waits: Linux's futex, on which the VM's lock stands.
#pragma once

#include <atomic>
#include <climits>
#include <cstdint>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ouro::vm {

// Sleeps while `word` is `expected`: until it is woken, a signal comes, or `nanoseconds` have passed (negative: for
// ever). It may return at any time; callers look at the word again.
inline void futex_wait(std::atomic<uint32_t>& word, uint32_t expected, int64_t nanoseconds = -1) {
    timespec timeout{time_t(nanoseconds / 1'000'000'000), long(nanoseconds % 1'000'000'000)};
    syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, nanoseconds < 0 ? nullptr : &timeout, nullptr, 0);
}

// `word` may be gone by now: only its address counts, and whoever is woken without need looks again.
inline void futex_wake(std::atomic<uint32_t>* word, int count) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, nullptr, nullptr, 0);
}

} // namespace ouro::vm
