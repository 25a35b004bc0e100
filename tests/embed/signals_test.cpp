// SPDX-License-Identifier: MIT
#include "helpers.hpp"

#include <csignal>
#include <stdexcept>

static const char* const USE = "import signal\n"
                               "def use():\n"
                               "    try: signal.signal(signal.SIGUSR1, lambda n, f: print('handled', n))\n"
                               "    except PermissionError as error: return print(error)\n"
                               "    signal.raise_signal(signal.SIGUSR1)\n"
                               "use()\n";

TEST_CASE("signals are for a runtime that was granted them") {
    Captured without({.unrestricted = true});
    without.runtime.run(USE);
    CHECK(without.out == "this runtime was not granted the signals of its process\n");
    {
        Captured with({.signals = true});
        with.runtime.run(USE);
        CHECK(with.out == "handled 10\n");
        CHECK_THROWS_AS(ouro::Runtime({.signals = true}), std::logic_error);
        std::raise(SIGINT);
        CHECK_THROWS_AS(with.runtime.run("for _ in range(9): pass"), ouro::Error);
        without.runtime.run(USE);
    }
    struct sigaction action = {};
    sigaction(SIGUSR1, nullptr, &action);
    CHECK(action.sa_handler == SIG_DFL);
    Captured next({.signals = true});
    next.runtime.run(USE);
    CHECK(next.out == "handled 10\n");
}
