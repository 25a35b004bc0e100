// SPDX-License-Identifier: MIT
//
// Lines come from stdio as they are typed. The terminal takes back a half line when Ctrl-C is pressed.
#include "repl/prompt.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace ouro::repl {

enum class Reading { Entry, Interrupted, End };

// Reads one entry: lines until it is whole. An interrupt gives up what has been typed of it.
static Reading read_entry(std::string& entry) {
    entry.clear();
    for (;;) {
        std::fputs(entry.empty() ? ">>> " : "... ", stdout);
        std::fflush(stdout);
        char* line = nullptr;
        size_t capacity = 0;
        errno = 0;
        ssize_t length = getline(&line, &capacity, stdin);
        bool was_interrupted = length < 0 && errno == EINTR;
        std::string text(line ? line : "", length > 0 ? size_t(length) : 0);
        std::free(line);
        if (was_interrupted)
            return Reading::Interrupted;
        if (length < 0)
            return entry.empty() ? Reading::End : Reading::Entry;
        if (entry.empty() && text.find_first_not_of(" \t\r\n") == std::string::npos)
            continue;
        entry += text;
        if (Runtime::is_whole_entry(entry))
            return Reading::Entry;
    }
}

// Ctrl-C while nothing ran: takes the KeyboardInterrupt that the Runtime keeps for the next script.
static void take_interrupt(Runtime& runtime) {
    std::clearerr(stdin);
    try {
        runtime.run("(lambda: None)()"); // a call looks for interrupts
    } catch (const Error& error) {
        std::fprintf(stderr, "\n%s\n", error.type_name().c_str());
    }
}

static std::optional<int> run_entry(Runtime& runtime, const std::string& entry) {
    try {
        runtime.run_entry(entry);
    } catch (const SystemExit& exit) {
        return runtime.report(exit);
    } catch (const Error& error) {
        runtime.report(error);
    }
    return {};
}

int run_prompt(Runtime& runtime) {
    std::string entry;
    for (;;) {
        Reading reading = read_entry(entry);
        if (reading == Reading::End)
            break;
        if (reading == Reading::Interrupted)
            take_interrupt(runtime);
        else if (std::optional<int> status = run_entry(runtime, entry))
            return *status;
    }
    std::fputs("\n", stdout);
    return 0;
}

} // namespace ouro::repl
