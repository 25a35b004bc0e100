// SPDX-License-Identifier: MIT
//
// Waiting for a word to change, and waking who waits: Linux's futex, on which the VM's lock stands.
//
// To sleep and be woken costs ten microseconds, or fifty where a processor sleeps as well: so a thread first looks for
// about as long whether it has to.
#pragma once

#include "vm/monotonic_clock.hpp"

#include <atomic>
#include <climits>
#include <cstdint>
#include <ctime>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ouro::vm {

// Whether this process may use more than one processor: on a single one nothing changes while a thread looks.
inline bool has_several_processors() {
    static const bool result = [] {
        cpu_set_t set;
        return sched_getaffinity(0, sizeof(set), &set) != 0 || CPU_COUNT(&set) > 1;
    }();
    return result;
}

// Looks whether `is_done()` until it is, or for as long as it costs to sleep; the last answer. A thread that has looked
// in vain looks less often from then on: on a busy machine it would hold up the very thread that it waits for.
template <class Condition>
bool spin_until(Condition&& is_done) {
    static constexpr int64_t LONGEST = 25'000; // nanoseconds
    static constexpr int LOOKS = 16;           // between two looks at the clock
    static constexpr unsigned LEAST_OFTEN = 64;
    static thread_local unsigned pause = 0, next_pause = 1; // calls that do not look
    if (pause > 0 || !has_several_processors()) {
        pause -= pause > 0;
        return is_done();
    }
    for (int64_t end = monotonic_now() + LONGEST; monotonic_now() < end;) {
        for (int i = 0; i < LOOKS; i++) {
            if (is_done()) {
                next_pause = 1;
                return true;
            }
            __builtin_ia32_pause();
        }
    }
    pause = next_pause;
    next_pause = next_pause * 2 < LEAST_OFTEN ? next_pause * 2 : LEAST_OFTEN;
    return false;
}

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
