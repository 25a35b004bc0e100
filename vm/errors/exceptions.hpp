// SPDX-License-Identifier: MIT
//
// Set-up of the builtin exception types, and what the engine asks of exceptions beyond objects/exception.hpp.
#pragma once

#include "vm/object.hpp"

#include <string>
#include <vector>

namespace ouro::vm {

struct Exception;
struct List;

// Makes a Type of every row of exceptions.def and fills vm.exception_types. Once per VM, after the core types.
void make_exception_types(VM& vm);

// exception.__notes__ when it is there, else empty.
Value exception_notes(VM& vm, Exception& exception);
void exception_set_notes(VM& vm, Exception& exception, Value notes);
// Drops the references of `exception` to where it was raised: for exceptions made ahead and raised again.
void exception_forget_origin(Exception& exception);

} // namespace ouro::vm
