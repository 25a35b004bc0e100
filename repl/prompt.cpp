// SPDX-License-Identifier: MIT
//
// Lines come from stdio as they are typed.
#include "repl/prompt.hpp"

#include <cstdio>
#include <cstdlib>

namespace ouro::repl {

// Reads one entry: lines until it is whole. False at the end of input.
static bool read_entry(std::string& entry) {
    entry.clear();
    for (;;) {
        std::fputs(entry.empty() ? ">>> " : "... ", stdout);
        std::fflush(stdout);
        char* line = nullptr;
        size_t capacity = 0;
        ssize_t length = getline(&line, &capacity, stdin);
        std::string text(line ? line : "", length > 0 ? size_t(length) : 0);
        std::free(line);
        if (length < 0)
            return !entry.empty();
        if (entry.empty() && text.find_first_not_of(" \t\r\n") == std::string::npos)
            continue;
        entry += text;
        if (Runtime::is_whole_entry(entry))
            return true;
    }
}

int run_prompt(Runtime& runtime) {
    std::string entry;
    while (read_entry(entry)) {
        try {
            runtime.run_entry(entry);
        } catch (const SystemExit& exit) {
            return runtime.report(exit);
        } catch (const Error& error) {
            runtime.report(error);
        }
    }
    std::fputs("\n", stdout);
    return 0;
}

} // namespace ouro::repl
