// SPDX-License-Identifier: MIT
//
// The `ouro` command: main() and what belongs to the process, its end and its memory. Signals are the session's.
#include "repl/session.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <new>
#include <unistd.h>

namespace {

[[noreturn]] void leave(int status) {
    std::fflush(nullptr);
#ifdef OURO_SANITIZED
    std::exit(status);
#else
    _exit(status);
#endif
}

// As a process that Ctrl-C has ended: the shell that started it sees that, and stops its own script, too.
void end_by_interrupt() {
    std::fflush(nullptr);
    std::signal(SIGINT, SIG_DFL);
    raise(SIGINT);
}

[[noreturn]] void run(const ouro::repl::CommandLine& line) {
    if (line.stage)
        leave(ouro::lang::print_stage(line.target, *line.stage, line.positions));
    std::unique_ptr<ouro::repl::Session> session;
    int status;
    try {
        session = std::make_unique<ouro::repl::Session>(line);
        status = session->run();
    } catch (const std::bad_alloc&) { // where no script could have caught it
        std::fputs("ouro: out of memory\n", stderr);
        leave(1);
    }
    if (session->was_interrupted())
        end_by_interrupt();
#ifdef OURO_SANITIZED
    session.reset(); // what is left then has leaked
#endif
    leave(status); // with the session alive: its memory is the system's, and a signal may still come
}

} // namespace

int main(int argc, char** argv) {
    // The tables of a large heap grow by leaps: what they leave behind goes back to the system, whatever its size.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    ouro::repl::CommandLine line;
    if (std::optional<int> status = ouro::repl::parse(argc, argv, line))
        leave(*status);
    run(line);
}
