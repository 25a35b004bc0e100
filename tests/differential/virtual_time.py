# SPDX-License-Identifier: MIT
#
# Runs a program under CPython as `ouro --virtual-time` does: the clock of asyncio's loops stands still while something
# is ready, and jumps to the next timer when nothing is. A program that would wait for ever ends with DEADLOCK.
#
#     python3.13 virtual_time.py PROGRAM.py
import asyncio
import os
import selectors
import sys

DEADLOCK = 86
MILLISECOND = 1_000_000


class VirtualSelector(selectors.DefaultSelector):
    """A selector that spends no time: waiting moves the clock."""

    now = 0  # nanoseconds

    def select(self, timeout=None):
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            sys.stdout.flush()
            os._exit(DEADLOCK)
        # Rounded up to milliseconds, as a real selector does.
        self.now += max(-(-round(timeout * 1e9) // MILLISECOND), 0) * MILLISECOND
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = VirtualSelector()
        super().__init__(self.clock)
        self._clock_resolution = 1e-9

    def time(self):
        return self.clock.now / 1e9


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


if __name__ == "__main__":
    asyncio.set_event_loop_policy(VirtualPolicy())
    path = sys.argv[1]
    with open(path) as file:
        source = file.read()
    exec(compile(source, path, "exec"), {"__name__": "__main__"})
