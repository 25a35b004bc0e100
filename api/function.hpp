// SPDX-License-Identifier: MIT
//
// Function objects of host functions.
#pragma once

#include "ouro/function.hpp"

#include <string>

namespace ouro::detail {

// "f() argument 'x'", or "f() argument 2" where it has no name for callers.
std::string argument_place(const void* callee, unsigned index);

} // namespace ouro::detail
