// SPDX-License-Identifier: MIT
//
// Bytecode as text.
#pragma once

#include <string>

namespace ouro::vm {

class VM;
struct Code;

// The text form that `--bytecode` prints and unit tests compare: one instruction a line, nested code objects after it.
std::string disassemble(VM& vm, const Code& code);

} // namespace ouro::vm
