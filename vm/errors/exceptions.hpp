// SPDX-License-Identifier: MIT
//
// Notes of exceptions (PEP 678).
#pragma once

#include "vm/object.hpp"

#include <string>
#include <vector>

namespace ouro::vm {

struct Exception;
struct List;

// exception.__notes__ when it is there, else empty.
Value exception_notes(VM& vm, Exception& exception);
void exception_set_notes(VM& vm, Exception& exception, Value notes);

} // namespace ouro::vm
