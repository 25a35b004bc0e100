# SPDX-License-Identifier: MIT
#
# queue: queues between threads (Library Reference, queue). SimpleQueue is native. The three others keep their items
# under one lock, `mutex`, with a condition for each thing that a thread may wait for.
import time
from collections import deque
from heapq import heappop, heappush
from threading import Condition, Lock

from _queue import Empty, SimpleQueue

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """There is no room, and none came in time."""


class ShutDown(Exception):
    """The queue has been shut down."""


class Queue:
    """First in, first out; of a bounded size if `maxsize` is positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # What derived classes replace, to keep the items in another order. `mutex` is locked.

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    def qsize(self):
        """How many items there are at the moment."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there are no items at the moment."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there is no room at the moment."""
        with self.mutex:
            return self._is_full()

    def _is_full(self):
        return 0 < self.maxsize <= self._qsize()

    def _wait_for_change(self, changed, is_blocked, block, timeout, failure):
        """Wait in a condition while is_blocked(); `failure` is raised when that takes too long."""
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None
        while is_blocked():
            if not block:
                raise failure
            if timeout is None:
                changed.wait()
                continue
            end = end or time.monotonic() + timeout
            left = end - time.monotonic()
            if left <= 0:
                raise failure
            changed.wait(left)

    def put(self, item, block=True, timeout=None):
        """Add an item, waiting for room: for ever, for `timeout` seconds, or not at all. Full when none came."""
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                is_blocked = lambda: not self.is_shutdown and self._is_full()
                self._wait_for_change(self.not_full, is_blocked, block, timeout, Full)
                if self.is_shutdown:
                    raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Remove and return the next item, waiting as put() does. Empty when none came."""
        with self.mutex:
            is_blocked = lambda: not self.is_shutdown and not self._qsize()
            self._wait_for_change(self.not_empty, is_blocked, block, timeout, Empty)
            if not self._qsize():
                raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """put() that does not wait."""
        return self.put(item, block=False)

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(block=False)

    def task_done(self):
        """Whoever got an item says that it is done with."""
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self._count_done(1)

    def _count_done(self, count):
        self.unfinished_tasks -= count
        if self.unfinished_tasks == 0:
            self.all_tasks_done.notify_all()

    def join(self):
        """Wait until task_done() was called for every item."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        """Take no more items; with `immediate` give out no more either. Who waits gets ShutDown."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                dropped = 0
                while self._qsize():
                    self._get()
                    dropped += 1
                self._count_done(min(dropped, self.unfinished_tasks))
            self.not_empty.notify_all()
            self.not_full.notify_all()

    __class_getitem__ = classmethod(type(list[int]))


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()
