// SPDX-License-Identifier: MIT
//
// Is bytecode well-formed?
#pragma once

#include <string>

namespace ouro::vm {

struct Code;

// Checks `code` against opcodes.def: operands in range, jumps to instruction starts, handlers well-formed. An empty
// string, or what is wrong. Run on all code in debug builds, and on code that comes from outside.
std::string verify(const Code& code);

} // namespace ouro::vm
