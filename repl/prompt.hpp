// SPDX-License-Identifier: MIT
//
// The prompt: reads entries from standard input and runs them.
#pragma once

#include <ouro/ouro.hpp>

namespace ouro::repl {

// Until the end of input, or an entry that exits. Errors are reported, and the prompt goes on. The exit status.
int run_prompt(Runtime& runtime);

} // namespace ouro::repl
