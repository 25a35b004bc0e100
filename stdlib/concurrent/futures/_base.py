# SPDX-License-Identifier: MIT
#
# Futures of threads, what waits for several of them, and what executors have in common.
import logging
import threading
import time
import types
from collections import deque, namedtuple

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# The states of a Future.
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"  # and whoever waits has heard of it
FINISHED = "FINISHED"

_NAMES = {
    PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}
_OVER = (CANCELLED_AND_NOTIFIED, FINISHED)  # who waits for several futures has heard of these

LOGGER = logging.getLogger("concurrent.futures")
TimeoutError = TimeoutError


class Error(Exception):
    """Base of what this package raises."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The Future is in a state that does not allow it."""


class BrokenExecutor(RuntimeError):
    """The executor cannot run anything any more."""


class Future:
    """The result of a call that runs elsewhere."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = self._exception = None
        self._waiters = []  # _Collector objects
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = f"state={_NAMES[self._state]}"
            if self._state == FINISHED:
                outcome = "returned" if self._exception is None else "raised"
                value = self._result if self._exception is None else self._exception
                state += f" {outcome} {type(value).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} {state}>"

    # --- For whoever wants the result ---

    def cancel(self):
        """Cancel the call, if it has not begun; return whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        """Whether the call was cancelled."""
        with self._condition:
            return self._is_cancelled()

    def running(self):
        """Whether the call has begun and not ended."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call has ended or was cancelled."""
        with self._condition:
            return self._is_done()

    def _is_cancelled(self):
        return self._state == CANCELLED or self._state == CANCELLED_AND_NOTIFIED

    def _is_done(self):
        return self._state == FINISHED or self._is_cancelled()

    def _wait(self, timeout):
        """Wait until it is done; its exception or None. TimeoutError, CancelledError."""
        with self._condition:
            if not self._is_done():
                self._condition.wait(timeout)
            if self._is_cancelled():
                raise CancelledError
            if self._state != FINISHED:
                raise TimeoutError
            return self._exception

    def result(self, timeout=None):
        """Wait for the end of the call, or `timeout` seconds; return its result or raise its exception."""
        try:
            exception = self._wait(timeout)
            if exception is not None:
                raise exception
            return self._result
        finally:
            self = exception = None  # the traceback refers to this frame

    def exception(self, timeout=None):
        """The same, but return the exception, or None."""
        return self._wait(timeout)

    def add_done_callback(self, fn):
        """Have fn(future) called when it is done, or now if it is."""
        with self._condition:
            if not self._is_done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    def _call_back(self):
        callbacks, self._done_callbacks = self._done_callbacks, []
        for callback in callbacks:
            self._call(callback)

    # --- For executors ---

    def set_running_or_notify_cancel(self):
        """The call begins: False if it was cancelled before."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """The call has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """The call has raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._is_done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result, self._exception, self._state = result, exception, FINISHED
            self._tell_waiters()
            self._condition.notify_all()
        self._call_back()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    def _get_snapshot(self):
        """(done, cancelled, result, exception) at one moment."""
        with self._condition:
            is_finished = self._state == FINISHED
            return (self._is_done(), self._is_cancelled(), self._result if is_finished else None,
                    self._exception if is_finished else None)

    __class_getitem__ = classmethod(types.GenericAlias)


class _Collector:
    """Gathers futures as they come to their end, for one thread that waits for them."""

    def __init__(self, futures):
        self._changed = threading.Condition(threading.Lock())
        self._ended = deque()
        self._watched = []
        self.ended_before = set()
        for future in futures:
            with future._condition:
                if future._state in _OVER:
                    self.ended_before.add(future)
                else:
                    future._waiters.append(self)
                    self._watched.append(future)

    def add(self, future):
        with self._changed:
            self._ended.append(future)
            self._changed.notify()

    def take(self, end=None):
        """The next futures that have ended: waits for one, until time.monotonic() is `end`."""
        with self._changed:
            while not self._ended:
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0:
                    return []
                self._changed.wait(left)
            ended = list(self._ended)
            self._ended.clear()
            return ended

    def leave(self):
        for future in self._watched:
            with future._condition:
                if self in future._waiters:
                    future._waiters.remove(self)


def _end_of(timeout):
    return None if timeout is None else time.monotonic() + timeout


def as_completed(fs, timeout=None):
    """Yield each future once as it is done, the done ones first; TimeoutError when that takes too long."""
    end = _end_of(timeout)
    fs = set(fs)
    count = len(fs)
    collector = _Collector(fs)
    try:
        ready = list(collector.ended_before)
        while fs:
            if not ready:
                ready = collector.take(end)[::-1]
            if not ready:
                raise TimeoutError(f"{len(fs)} (of {count}) futures unfinished")
            while ready:
                fs.discard(ready[-1])
                yield ready.pop()  # nothing here keeps it alive
    finally:
        collector.leave()


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all futures are done, or one is (FIRST_COMPLETED), or has failed (FIRST_EXCEPTION).

    Returns (done, not_done), after `timeout` seconds at the latest.
    """
    end = _end_of(timeout)
    fs = set(fs)
    collector = _Collector(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED) and len(collector.ended_before) < len(fs):
        collector.leave()
        raise ValueError("Invalid return condition: %r" % (return_when,))

    def is_enough(ended):
        if return_when == FIRST_COMPLETED:
            return bool(ended)
        return return_when == FIRST_EXCEPTION and any(
            future._state == FINISHED and future._exception is not None for future in ended)

    done = set(collector.ended_before)
    ended = done
    while len(done) < len(fs) and not is_enough(ended):
        ended = collector.take(end)
        if not ended:
            break
        done.update(ended)
    collector.leave()
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class Executor:
    """What runs calls elsewhere: the base class."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called; return its Future."""
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """An iterator over fn's results for the items, in their order. All calls are submitted at once, but for at
        most `buffersize` whose results have not been taken."""
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        end = _end_of(timeout)
        rows = zip(*iterables)
        futures = deque()
        for row in rows:
            futures.append(self.submit(fn, *row))
            if buffersize is not None and len(futures) >= buffersize:
                break
        return self._results(fn, rows if buffersize is not None else iter(()), futures, end)

    def _results(self, fn, rows, futures, end):
        try:
            while futures:
                left = None if end is None else end - time.monotonic()
                result = _result_or_cancel(futures.popleft(), left)
                for row in rows:
                    futures.append(self.submit(fn, *row))
                    break
                yield result
                del result
        finally:
            for future in futures:
                future.cancel()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls, and give back what it holds once those that it has are done."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
