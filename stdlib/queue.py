# SPDX-License-Identifier: MIT
#
# queue: queues between threads (Library Reference, queue). Scripts run in one thread so far, so a wait that only
# another thread could end is an error instead of a hang; a wait with a timeout sleeps and fails.
import time
from _types import mark_native as _mark_native
from collections import deque
from heapq import heappop, heappush

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    "Exception raised by Queue.get(block=0)/get_nowait()."

    __module__ = "_queue"


class Full(Exception):
    "Exception raised by Queue.put(block=0)/put_nowait()."


class ShutDown(Exception):
    """Raised when put/get with shut-down queue."""


def _check_timeout(block, timeout):
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


def _wait(block, timeout, failure, method):
    """There is nothing to get or no room to put: fails as the caller asked."""
    if not block:
        raise failure
    if timeout is None:
        raise RuntimeError(f"{method} would wait for ever: there is no other thread")
    time.sleep(timeout)
    raise failure


class Queue:
    """First in, first out; of a bounded size if `maxsize` is positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # What derived classes replace, to keep the items in another order.

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    def qsize(self):
        """The number of items."""
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Put an item into the queue."""
        if self.is_shutdown:
            raise ShutDown
        if self.maxsize > 0:
            _check_timeout(block, timeout)
        if self.full():
            _wait(block, timeout, Full, "Queue.put()")
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Remove and return the next item."""
        if self.is_shutdown and not self._qsize():
            raise ShutDown
        _check_timeout(block, timeout)
        if not self._qsize():
            _wait(block, timeout, Empty, "Queue.get()")
        return self._get()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        """One of the items that were got is done with."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """Wait until all items are done with."""
        if self.unfinished_tasks:
            raise RuntimeError("Queue.join() would wait for ever: there is no other thread")

    def shutdown(self, immediate=False):
        """Take no more items; give out no more either if `immediate`."""
        self.is_shutdown = True
        if immediate:
            while self._qsize():
                self._get()
                self.unfinished_tasks = max(0, self.unfinished_tasks - 1)

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


@_mark_native
class SimpleQueue:
    """An unbounded queue without task tracking."""

    __module__ = "_queue"

    def __init__(self):
        self._items = deque()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    def get(self, block=True, timeout=None):
        _check_timeout(block, timeout)
        if not self._items:
            _wait(block, timeout, Empty, "SimpleQueue.get()")
        return self._items.popleft()

    def put_nowait(self, item):
        self._items.append(item)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    __class_getitem__ = classmethod(type(list[int]))
