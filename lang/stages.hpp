// SPDX-License-Identifier: MIT
//
// Looking at the stages of compilation from outside: what --tokens, --ast and --bytecode print, and whether a prompt entry
// is complete.
#pragma once

#include <string>
#include <string_view>

namespace ouro::vm {
class VM;
}

namespace ouro::lang {

// Prints one stage ("tokens", "ast", "bytecode") of the file on stdout; errors on stderr. The exit status.
int print_stage(vm::VM& vm, const std::string& path, std::string_view stage, bool positions);

// The text of a file, all of it; false (with errno) when it cannot be read.
bool read_text_file(const std::string& path, std::string& text);

// Is the text typed at the prompt so far an unfinished statement? `blank_line`: the last line was blank, which ends a block.
bool needs_more_lines(std::string_view text, bool blank_line);

} // namespace ouro::lang
