// SPDX-License-Identifier: MIT
//
// What time it is for a VM. Everything that asks for the time or waits (module time, the event loop) goes through these
// functions, so that a virtual clock can take their place. Time is counted in whole nanoseconds; seconds, which scripts
// see, are only made of them.
#pragma once

#include "vm/result.hpp"

#include <cstdint>

namespace ouro::vm {

class VM;

int64_t realtime_nanoseconds(VM& vm);  // since the epoch
int64_t monotonic_nanoseconds(VM& vm); // since some moment
int64_t process_nanoseconds(VM& vm);   // processor time of the process
int64_t thread_nanoseconds(VM& vm);    // processor time of the thread

// The monotonic clock of the system, whatever time it is for the VM.
int64_t system_monotonic_nanoseconds();

// Divided, not multiplied by 1e-9: the nearest double, as CPython's clocks give it.
inline double to_seconds(int64_t nanoseconds) { return double(nanoseconds) / 1e9; }
// The nearest nanosecond; INT64_MAX or INT64_MIN for what is further away (not a number: INT64_MAX).
int64_t to_nanoseconds(double seconds);

// Is time virtual, and this the only thread?
bool time_may_jump(VM& vm);
// Moves the virtual clock on, where time may jump. After 100 years it stops for ever: false when it had stopped before.
bool advance_virtual_clock(VM& vm, int64_t nanoseconds);

// Blocks for that long. Signals and interrupts are handled in between: raises what they raise.
Result<void> sleep_nanoseconds(VM& vm, int64_t duration);

} // namespace ouro::vm
