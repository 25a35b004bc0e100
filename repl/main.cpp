// SPDX-License-Identifier: MIT
//
// The `ouro` command: main() and what belongs to the process, its signals and its memory.
#include "repl/session.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <new>
#include <unistd.h>

namespace {

// The session that Ctrl-C interrupts: one per process, as the signal is.
ouro::repl::Session* interrupted = nullptr;

// A Ctrl-C that the process was started to ignore (`nohup`, a shell's background job) stays ignored.
void install_signals(ouro::repl::Session& session) {
    interrupted = &session;
    struct sigaction action = {};
    if (sigaction(SIGINT, nullptr, &action) == 0 && action.sa_handler != SIG_IGN) {
        action = {};
        action.sa_handler = [](int) { interrupted->interrupt(); };
        sigaction(SIGINT, &action, nullptr); // without SA_RESTART: blocking calls return and look
    }
    std::signal(SIGPIPE, SIG_IGN);
}

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
        install_signals(*session);
        status = session->run();
    } catch (const std::bad_alloc&) { // where no script could have caught it
        std::fputs("ouro: out of memory\n", stderr);
        leave(1);
    }
    if (session->was_interrupted())
        end_by_interrupt();
#ifdef OURO_SANITIZED
    std::signal(SIGINT, SIG_IGN);
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
