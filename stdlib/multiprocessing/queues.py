# SPDX-License-Identifier: MIT
#
# Queues between processes (Library Reference, multiprocessing, "Pipes and Queues"): a pipe with a lock at either end.
# What is put into a Queue is sent by a thread of the process that has put it, so that put() waits for nobody but the
# limit of the queue.
import threading
import time
import weakref
from collections import deque
from multiprocessing import connection, context, util
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import SEM_VALUE_MAX, Condition, Lock, Semaphore
from queue import Empty, Full

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_end = object()  # for a feeder: nothing more will come
_feeders = weakref.WeakSet()
_starting = threading.Lock()  # while a queue gets its feeder


def _join_feeders():
    """The process ends: what was put has to be sent before."""
    for feeder in list(_feeders):
        if feeder.joins_at_exit:
            feeder.end()
            feeder.thread.join()


util.Finalize(None, _join_feeders, exitpriority=-5)


class _Feeder:
    """What a process has put into a queue, and the thread that sends it. Does not refer to the queue, which may be
    dropped while it works."""

    def __init__(self, queue):
        self._writer, self._writing, self._places = queue._writer, queue._writing, queue._places
        self._report = queue._on_queue_feeder_error
        self._buffer = deque()
        self._has_items = threading.Condition()
        self.joins_at_exit = queue._joins_at_exit
        self.thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        self.thread.start()
        _feeders.add(self)

    def add(self, obj):
        """Send an object, in its turn."""
        with self._has_items:
            self._buffer.append(obj)
            self._has_items.notify()

    def end(self):
        """Nothing more will come."""
        self.add(_end)

    def _feed(self):
        while True:
            with self._has_items:
                while not self._buffer:
                    self._has_items.wait()
                obj = self._buffer.popleft()
            if obj is _end:
                self._writer.close()
                return
            try:
                octets = ForkingPickler.dumps(obj)
            except Exception as error:
                self._places.release()
                self._report(error, obj)
                continue
            del obj
            try:
                with self._writing:
                    self._writer.send_bytes(octets)
            except BrokenPipeError:
                return  # nobody reads any more


class Queue:
    """A queue that any number of processes put into and get from."""

    _shared = "_maxsize", "_reader", "_writer", "_reading", "_writing", "_places"

    def __init__(self, maxsize=0, *, ctx=None):
        self._maxsize = SEM_VALUE_MAX if maxsize <= 0 else maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = Lock(), Lock()
        self._places = Semaphore(self._maxsize)
        self._begin()

    def _begin(self):
        """What each process has of its own."""
        self._feeder = None
        self._closed = False
        self._joins_at_exit = True

    def __getstate__(self):
        context.assert_spawning(self)
        return {name: getattr(self, name) for name in self._shared}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self._begin()

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    # --- Putting ---

    def put(self, obj, block=True, timeout=None):
        """Put an object into the queue; Full when there is no place for it in time."""
        self._check_open()
        if not self._places.acquire(block, timeout):
            raise Full
        self._send(obj)

    def _send(self, obj):
        with _starting:
            if self._feeder is None:
                self._feeder = _Feeder(self)
                util.Finalize(self, self._feeder.end)
        self._feeder.add(obj)

    def put_nowait(self, obj):
        """Put an object into the queue, or Full."""
        return self.put(obj, False)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """Tell that an object could not be sent."""
        import traceback

        traceback.print_exception(e)

    # --- Getting ---

    def get(self, block=True, timeout=None):
        """Take an object out of the queue; Empty when there is none in time."""
        self._check_open()
        end = None if timeout is None else time.monotonic() + timeout
        if not self._reading.acquire(block, timeout):
            raise Empty
        try:
            if not block or end is not None:
                if not self._reader.poll(max(end - time.monotonic(), 0) if block else 0):
                    raise Empty
            octets = self._reader.recv_bytes()
            self._places.release()
        finally:
            self._reading.release()
        return ForkingPickler.loads(octets)

    def get_nowait(self):
        """Take an object out of the queue, or Empty."""
        return self.get(False)

    def qsize(self):
        """Return how many objects have been put and not taken."""
        return self._maxsize - self._places.get_value()

    def empty(self):
        """Return whether there is nothing to get now."""
        self._check_open()
        return not self._reader.poll()

    def full(self):
        """Return whether there is no place now."""
        return self._places.get_value() == 0

    # --- The end ---

    def close(self):
        """This process puts and gets nothing more."""
        if self._closed:
            return
        self._closed = True
        self._reader.close()
        if self._feeder is None:
            self._writer.close()
        else:
            self._feeder.end()

    def join_thread(self):
        """Wait until all that was put is sent; after close()."""
        if not self._closed:
            raise AssertionError(f"Queue {self!r} not closed")
        if self._feeder is not None:
            self._feeder.thread.join()

    def cancel_join_thread(self):
        """Don't wait at the end of the process: what was put may be lost."""
        self._joins_at_exit = False
        if self._feeder is not None:
            self._feeder.joins_at_exit = False


class JoinableQueue(Queue):
    """A queue that counts what was put and not yet done."""

    _shared = *Queue._shared, "_unfinished", "_all_done"

    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize, ctx=ctx)
        self._unfinished, self._all_done = Semaphore(0), Condition()

    def put(self, obj, block=True, timeout=None):
        """Put an object into the queue; Full when there is no place for it in time."""
        self._check_open()
        if not self._places.acquire(block, timeout):
            raise Full
        with self._all_done:
            self._unfinished.release()
            self._send(obj)

    def task_done(self):
        """Say that an object that was got has been dealt with."""
        with self._all_done:
            if not self._unfinished.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished.get_value() == 0:
                self._all_done.notify_all()

    def join(self):
        """Wait until all objects that were put have been dealt with."""
        with self._all_done:
            if self._unfinished.get_value() != 0:
                self._all_done.wait()


class SimpleQueue:
    """A queue that is no more than a pipe with locks: put() waits when the pipe is full."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = Lock(), Lock()

    def __getstate__(self):
        context.assert_spawning(self)
        return self.__dict__

    def close(self):
        """Close both ends in this process."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Return whether there is nothing to get now."""
        return not self._reader.poll()

    def get(self):
        """Take an object out of the queue, waiting for one."""
        with self._reading:
            octets = self._reader.recv_bytes()
        return ForkingPickler.loads(octets)

    def put(self, obj):
        """Put an object into the queue."""
        octets = ForkingPickler.dumps(obj)
        with self._writing:
            self._writer.send_bytes(octets)
