// SPDX-License-Identifier: MIT
//
// Set-up of the builtin exception types.
#pragma once

#include "vm/object.hpp"

namespace ouro::vm {

// Makes a Type of every row of exceptions.def and fills vm.exception_types. Once per VM, after the core types.
void make_exception_types(VM& vm);

} // namespace ouro::vm
