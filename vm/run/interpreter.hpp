// SPDX-License-Identifier: MIT
//
// The interpreter loop itself, for those who enter it: calls.cpp's callers and generator.cpp.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/value.hpp"

namespace ouro::vm {

struct Exception;

// Runs from `frame`, which has been pushed with ReturnAction::Exit (or stands in a chain of generators whose root has
// it), until that frame returns or yields; thread->yielded tells which. With `pending`, starts by raising it there.
// The value, or a raised exception as Result<Value> encodes it.
Value run(VM& vm, Frame* frame, Exception* pending = nullptr);

} // namespace ouro::vm
