// SPDX-License-Identifier: MIT
//
// The native modules of the standard library. Modules written in Python are in embedded.hpp's table.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Makes the standard modules importable and fills `builtins` and `sys`. Once per VM.
void register_stdlib(vm::VM& vm);

} // namespace ouro::stdlib
