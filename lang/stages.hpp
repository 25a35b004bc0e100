// SPDX-License-Identifier: MIT
//
// The tool of the engine behind --tokens, --ast and --bytecode: looks at the stages of compilation from outside. It is
// the only header of the engine that the command includes, and names nothing of it.
#pragma once

#include <string>

namespace ouro::lang {

enum class Stage { Tokens, Ast, Bytecode };

// Prints what the stage makes of a file on stdout, `positions`: of a tree with source positions; errors on stderr. The
// exit status: 0, 1 for a SyntaxError, 2 for a file that cannot be read.
int print_stage(const std::string& path, Stage stage, bool positions);

} // namespace ouro::lang
