// SPDX-License-Identifier: MIT
//
// The real clock, and the virtual one: while vm.time_is_virtual, wall and monotonic time stand still but for what was
// waited.
#include "vm/async/clock.hpp"

#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>

namespace ouro::vm {

static constexpr int64_t SECOND = 1'000'000'000;

static int64_t read_clock(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return int64_t(now.tv_sec) * SECOND + now.tv_nsec;
}

// Where virtual time begins: 2000-01-01 and, on the monotonic clock, 1000 s.
static constexpr int64_t VIRTUAL_REALTIME = 946'684'800 * SECOND, VIRTUAL_MONOTONIC = 1000 * SECOND;

// Beside other threads virtual time goes by like real time, since nobody knows what they wait for. While there are
// some, VM::virtual_elapsed lacks what the system's clock says (vm/thread.cpp).
static int64_t elapsed(VM& vm) {
    return vm.virtual_elapsed + (vm.threads.size() > 1 ? read_clock(CLOCK_MONOTONIC) : 0);
}

int64_t realtime_nanoseconds(VM& vm) {
    return vm.time_is_virtual ? VIRTUAL_REALTIME + elapsed(vm) : read_clock(CLOCK_REALTIME);
}
int64_t monotonic_nanoseconds(VM& vm) {
    return vm.time_is_virtual ? VIRTUAL_MONOTONIC + elapsed(vm) : read_clock(CLOCK_MONOTONIC);
}
int64_t system_monotonic_nanoseconds() { return read_clock(CLOCK_MONOTONIC); }
int64_t process_nanoseconds(VM&) { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }
int64_t thread_nanoseconds(VM&) { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

int64_t to_nanoseconds(double seconds) {
    double nanoseconds = seconds * 1e9;
    if (!(nanoseconds < 0x1p63))
        return INT64_MAX;
    return nanoseconds < -0x1p63 ? INT64_MIN : std::llround(nanoseconds);
}

bool time_may_jump(VM& vm) { return vm.time_is_virtual && vm.threads.size() == 1; }

bool advance_virtual_clock(VM& vm, int64_t nanoseconds) {
    static constexpr int64_t END = 100ll * 365 * 86400 * SECOND;
    bool goes = vm.virtual_elapsed < END;
    vm.virtual_elapsed += std::clamp<int64_t>(nanoseconds, 0, END - vm.virtual_elapsed);
    return goes;
}

Result<void> sleep_nanoseconds(VM& vm, int64_t duration) {
    if (time_may_jump(vm)) {
        advance_virtual_clock(vm, duration);
        return {};
    }
    int64_t until;
    if (__builtin_add_overflow(read_clock(CLOCK_MONOTONIC), duration, &until))
        until = INT64_MAX;
    timespec deadline{time_t(until / SECOND), long(until % SECOND)};
    auto sleep = [&] { return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr); };
    if (vm.safepoint.load(std::memory_order_relaxed))
        TRY(vm.handle_safepoint()); // a signal that has come already does not end the sleep
    while (int error = blocking(vm, sleep)) {
        if (error != EINTR)
            return vm.os_error(error);
        TRY(vm.handle_safepoint());
    }
    return {};
}

} // namespace ouro::vm
