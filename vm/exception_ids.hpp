// SPDX-License-Identifier: MIT
//
// The names of the builtin exception classes, for those who raise or test for them. The classes themselves are made
// from the same table, exceptions.def (errors/exception_types.cpp).
#pragma once

#include <cstdint>

namespace ouro::vm {

// Every builtin exception class by name: ExceptionId::ValueError, ...
enum class ExceptionId : uint8_t {
#define EXCEPTION(name, base, ...) name,
#include "vm/exceptions.def"
};

} // namespace ouro::vm
