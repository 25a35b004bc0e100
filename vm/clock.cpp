// SPDX-License-Identifier: MIT
//
// The real clock.
#include "vm/clock.hpp"

#include "vm/vm.hpp"

#include <cerrno>
#include <ctime>

namespace ouro::vm {

static constexpr int64_t SECOND = 1'000'000'000;

static int64_t read_clock(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return int64_t(now.tv_sec) * SECOND + now.tv_nsec;
}

int64_t realtime_nanoseconds(VM&) { return read_clock(CLOCK_REALTIME); }
int64_t monotonic_nanoseconds(VM&) { return read_clock(CLOCK_MONOTONIC); }
int64_t process_nanoseconds(VM&) { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }
int64_t thread_nanoseconds(VM&) { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

Result<void> sleep_nanoseconds(VM& vm, int64_t duration) {
    int64_t until;
    if (__builtin_add_overflow(monotonic_nanoseconds(vm), duration, &until))
        until = INT64_MAX;
    timespec deadline{time_t(until / SECOND), long(until % SECOND)};
    while (int error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr)) {
        if (error != EINTR)
            return vm.os_error(error);
        TRY(vm.handle_safepoint());
    }
    return {};
}

} // namespace ouro::vm
