// SPDX-License-Identifier: MIT
//
// A session of the `ouro` command: one Runtime that runs what the command line names, and the exit status that comes of
// it. The command is a host like any other: it stands on the public API.
#pragma once

#include "repl/command_line.hpp"

#include <ouro/ouro.hpp>

namespace ouro::repl {

class Session {
public:
    explicit Session(const CommandLine& line);

    // Runs all of it to the end of the program. Errors are reported on stderr. The exit status: 0, 1, 2 when there is
    // nothing to run, 120, what SystemExit says, 130 after KeyboardInterrupt.
    int run();
    // Whether the program ended by a KeyboardInterrupt that nobody caught.
    bool was_interrupted() const { return m_was_interrupted; }

private:
    void apply_flags();
    int run_target();
    int run_file();
    int run_module();
    template <class F>
    int attempt(F&& work);

    const CommandLine& m_line;
    ouro::Runtime m_runtime;
    bool m_was_interrupted = false;
};

} // namespace ouro::repl
