// SPDX-License-Identifier: MIT
//
// The system's monotonic clock, which what lies below virtual time (vm/async/clock.hpp) goes by: locks, and threads.
#pragma once

#include <cstdint>
#include <ctime>

namespace ouro::vm {

// In nanoseconds.
inline int64_t monotonic_now() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace ouro::vm
