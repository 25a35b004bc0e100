// SPDX-License-Identifier: MIT
//
// What time it is for a VM. Everything that asks for the time or waits (module time, the event loop) goes through these
// functions, so that a virtual clock can take their place.
#pragma once

#include "vm/result.hpp"

#include <cstdint>

namespace ouro::vm {

class VM;

int64_t realtime_nanoseconds(VM& vm);  // since the epoch
int64_t monotonic_nanoseconds(VM& vm); // since some moment
int64_t process_nanoseconds(VM& vm);   // processor time of the process
int64_t thread_nanoseconds(VM& vm);    // processor time of the thread

// Blocks for that long. Signals and interrupts are handled in between: raises what they raise.
Result<void> sleep_nanoseconds(VM& vm, int64_t duration);

} // namespace ouro::vm
