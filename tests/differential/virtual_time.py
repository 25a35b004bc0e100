# SPDX-License-Identifier: MIT
#
# Runs a program under CPython as `ouro --virtual-time` does: the clock of asyncio's loops stands still while something
# is ready, and jumps to the next timer when nothing is. A program that would wait for ever ends with DEADLOCK; one that
# cancels tasks which wait for each other in a circle, with CIRCLE: Ouro ends them, where CPython's cancel() never ends.
#
# What CPython leaves open has the order that Ouro gives it: timers due at the same time, tasks of a group that are
# cancelled, and those that run() cancels at its end, come as they were made.
#
#     python3.13 virtual_time.py PROGRAM.py
import asyncio
import heapq
import itertools
import os
import selectors
import sys

DEADLOCK, CIRCLE = 86, 87
MILLISECOND = 1_000_000


def end(status):
    sys.stdout.flush()
    os._exit(status)


class VirtualSelector(selectors.DefaultSelector):
    """A selector that spends no time: waiting moves the clock."""

    now = 0  # nanoseconds

    def select(self, timeout=None):
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            end(DEADLOCK)
        # Rounded up to milliseconds, as a real selector does.
        self.now += max(-(-round(timeout * 1e9) // MILLISECOND), 0) * MILLISECOND
        return []


class NumberedTimer(asyncio.TimerHandle):
    numbers = itertools.count()

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.number = next(self.numbers)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class Task(asyncio.Task):
    is_being_cancelled = False

    def cancel(self, msg=None):
        if self.is_being_cancelled:
            end(CIRCLE)
        self.is_being_cancelled = True
        try:
            return super().cancel(msg)
        finally:
            self.is_being_cancelled = False


class OrderedSet(dict):
    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class OrderedTaskGroup(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = VirtualSelector()
        super().__init__(self.clock)
        self._clock_resolution = 1e-9
        self.made = OrderedSet()  # all tasks

    def time(self):
        return self.clock.now / 1e9

    def call_at(self, when, callback, *arguments, context=None):
        self._check_closed()
        timer = NumberedTimer(when, callback, arguments, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def create_task(self, *arguments, **keywords):
        task = super().create_task(*arguments, **keywords)
        self.made.add(task)
        return task


def ordered_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return OrderedSet.fromkeys(task for task in loop.made if not task.done())


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


if __name__ == "__main__":
    asyncio.set_event_loop_policy(VirtualPolicy())
    asyncio.Task = asyncio.tasks.Task = Task
    asyncio.eager_task_factory = asyncio.create_eager_task_factory(Task)
    asyncio.TaskGroup = OrderedTaskGroup
    asyncio.all_tasks = asyncio.tasks.all_tasks = ordered_tasks
    path = sys.argv[1]
    with open(path) as file:
        source = file.read()
    exec(compile(source, path, "exec"), {"__name__": "__main__"})
