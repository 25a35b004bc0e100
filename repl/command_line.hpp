// SPDX-License-Identifier: MIT
//
// The flags of the `ouro` command, those of CPython's with their meaning and Ouro's own, read as CPython reads them:
// short ones may be joined (-qu, -ic CODE), the first argument that is no flag is the script, and what follows it is
// the script's.
#pragma once

#include "lang/stages.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ouro::repl {

inline constexpr const char* VERSION = "Ouro 0.1.0 (Python 3.14)";

struct CommandLine {
    enum class What { Prompt, File, Code, Module, Stdin } what = What::Prompt;
    std::string target;                   // the file, code or module
    std::vector<std::string> arguments;   // sys.argv
    std::span<const char* const> command; // sys.orig_argv
    std::map<std::string, int> flags;     // sys.flags, by name, where they were given
    std::vector<std::string> warnings;    // of -W
    std::vector<std::string> x_options;   // of -X
    bool unbuffered = false, gc_stress = false, virtual_time = false, positions = false;
    std::optional<lang::Stage> stage; // print it instead of running the file

    bool has(const char* flag) const { return flags.count(flag) != 0; }
};

// Reads the arguments of main(). An exit status when there is nothing to run: a text was asked for, or an argument is
// wrong, and that has been said.
std::optional<int> parse(int argc, const char* const* argv, CommandLine& line);

} // namespace ouro::repl
