// SPDX-License-Identifier: MIT
//
// The interpreter loop itself, for those who enter it: calls.cpp's callers and generator.cpp.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/value.hpp"

namespace ouro::vm {

struct Exception;

// The dispatch loop behind run() of enter.hpp, with the same parameters and results. It lets std::bad_alloc
// through, which a container of a native may throw.
Value run_loop(VM& vm, Frame* frame, Exception* pending);

} // namespace ouro::vm
