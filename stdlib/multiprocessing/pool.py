# SPDX-License-Identifier: MIT
#
# Pools: processes, or threads, that calls are given to (Library Reference, multiprocessing, "Process Pools"). The
# workers and the thread that gives them their calls are those of concurrent.futures; what differs is that a pool starts
# all workers at once, replaces those that end, and stops them when it is left.
#
# Differs: a call whose worker was killed fails with ProcessError, and so do calls that wait in a pool that is
# terminated; in CPython their results never come.
import os
import threading
from collections import deque
from concurrent.futures import _base
from concurrent.futures.process import _Call, _Manager, _RemoteTraceback, _Worker
from concurrent.futures.thread import ThreadPoolExecutor
from functools import partial
from itertools import batched, starmap
from multiprocessing import get_context, util
from multiprocessing.context import ProcessError, TimeoutError

__all__ = ["Pool", "ThreadPool"]

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


class RemoteTraceback(Exception):
    """The traceback of another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class MaybeEncodingError(Exception):
    """A result cannot be pickled."""

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def _map_chunk(fn, chunk):
    return list(map(fn, chunk))


def _starmap_chunk(fn, chunk):
    return list(starmap(fn, chunk))


def _call(fn, args, kwargs):
    return fn(*args, **kwargs)


# --- Results ---


def _outcome(future):
    """(whether the call has returned, result or exception)."""
    try:
        error = future.exception()
    except _base.CancelledError:
        error = ProcessError("the pool was terminated")
    if error is None:
        return True, future.result()
    if isinstance(error.__cause__, _RemoteTraceback):
        error.__cause__ = RemoteTraceback(error.__cause__.tb)
    return False, error


class ApplyResult:
    """What will be the result of a call."""

    def __init__(self, callback, error_callback):
        self._callback, self._error_callback = callback, error_callback
        self._event = threading.Event()
        self._success = self._value = None

    def _set(self, success, value):
        self._success, self._value = success, value
        callback = self._callback if success else self._error_callback
        try:
            if callback:
                callback(value)
        finally:
            self._event.set()

    def _follow(self, future):
        future.add_done_callback(lambda future: self._set(*_outcome(future)))

    def ready(self):
        """Return whether the call is over."""
        return self._event.is_set()

    def successful(self):
        """Return whether it has raised nothing; ValueError before it is over."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        """Wait until it is over, or for `timeout` seconds."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """Wait, and return the result or raise the exception; TimeoutError."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """What will be the list of the results of several chunks."""

    def __init__(self, count, callback, error_callback):
        super().__init__(callback, error_callback)
        self._lock = threading.Lock()
        self._left = count
        self._chunks = [None] * count
        self._error = None
        if not count:
            self._set(True, [])

    def _follow_chunk(self, index, future):
        future.add_done_callback(partial(self._put, index))

    def _put(self, index, future):
        success, value = _outcome(future)
        with self._lock:
            if success:
                self._chunks[index] = value
            elif self._error is None:
                self._error = value
            self._left -= 1
            if self._left:
                return
        if self._error is not None:
            self._set(False, self._error)
        else:
            self._set(True, [item for chunk in self._chunks for item in chunk])


class IMapIterator:
    """Gives results in the order of their calls, as soon as each is there."""

    def __init__(self):
        self._changed = threading.Condition()
        self._results = {}  # by the number of the call
        self._next = 0
        self._count = None  # of all calls, when it is known

    def _put(self, index, success, value):
        with self._changed:
            self._results[index] = success, value
            self._changed.notify()

    def _follow(self, index, future):
        future.add_done_callback(lambda future: self._put(index, *_outcome(future)))

    def _end(self, count):
        with self._changed:
            self._count = count
            self._changed.notify()

    def _key(self):
        """The number of the result that comes next, None when it is not there."""
        return self._next if self._next in self._results else None

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """Return the next result, or raise its exception; TimeoutError, StopIteration."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._key() is not None or self._next == self._count, timeout):
                raise TimeoutError from None
            if self._next == self._count:
                raise StopIteration from None
            success, value = self._results.pop(self._key())
            self._next += 1
        if success:
            return value
        raise value

    __next__ = next


class IMapUnorderedIterator(IMapIterator):
    """Gives results in the order in which they come."""

    def _key(self):
        return next(iter(self._results), None)


# --- Workers ---


class _PoolManager(_Manager):
    """Starts all workers at once, and another one for each that has ended."""

    def __init__(self, start_worker, count):
        super().__init__(start_worker, count)
        self._failures = 0  # workers that ended, one after the other, without an answer
        with self.lock:
            try:
                for _ in range(count):
                    self.add_worker()
            except BaseException:
                self.end()
                raise
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def submit(self, fn, *args):
        """Have fn(*args) called; return its Future."""
        future = _base.Future()
        with self.lock:
            if self.broken or self.has_ended:
                future.set_exception(ProcessError(self.broken or "the pool was terminated"))
                return future
            self.calls.append(_Call(future, fn, args, {}))
            if self.idle:
                self.wake()
        return future

    def close(self):
        """Take no more calls."""
        self.is_shut_down = True
        self.wake()

    def terminate(self):
        """End the workers, whatever they do."""
        with self.lock:
            if self.has_ended:
                return
            self.broken = "the pool was terminated"
            for worker in self.workers.values():
                worker.process.terminate()
        self.wake()
        if threading.current_thread() is not self.thread:
            self.thread.join()

    def join(self):
        """Wait for the end of the workers."""
        self.thread.join()

    def end(self):
        """Let the workers go, and give back what the system has given."""
        with self.lock:
            calls = self._take_calls()
        super().end()
        for call in calls:
            call.future.set_exception(ProcessError(self.broken))

    def _settle(self, worker, returned, outcome):
        self._failures = 0
        super()._settle(worker, returned, outcome)

    def _lose(self, worker, error):
        if error is not None:
            self._settle(worker, False, error)
            return
        if worker.has_missed_call:
            with self.lock:
                self.calls.appendleft(worker.call)
                worker.call = None
        if worker.call is None:
            self._failures += 1
            if self._failures > 2 * self.max_workers:
                self.broken = "the worker processes end without working"  # another would do the same
        else:
            self._settle(worker, False, ProcessError("a worker process has ended while it worked on the call"))
        with self.lock:
            if worker in self.idle:
                self.idle.remove(worker)
        worker.process.kill()  # it may have closed its socket and go on
        self._replace(worker)

    def _needs_worker(self):
        return not self.broken and (not self.is_shut_down or bool(self.calls))


def _start_worker(context, initializer, initargs, maxtasksperchild):
    return _Worker(context, initializer, initargs, maxtasksperchild, MaybeEncodingError, True)


class Pool:
    """Processes that work on calls."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._state = RUN
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._workers = self._make_workers(
            context or get_context(), processes, initializer, initargs, maxtasksperchild)

    def _make_workers(self, context, processes, initializer, initargs, maxtasksperchild):
        workers = _PoolManager(partial(_start_worker, context, initializer, initargs, maxtasksperchild), processes)
        self._finalizer = util.Finalize(self, workers.terminate, exitpriority=15)
        return workers

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={self._processes}>"

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *exception):
        self.terminate()

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # --- Calls ---

    def apply(self, func, args=(), kwds={}):
        """Return func(*args, **kwds), called in a worker."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Have it called; return its AsyncResult."""
        self._check_running()
        result = ApplyResult(callback, error_callback)
        result._follow(self._workers.submit(_call, func, tuple(args), dict(kwds)))
        return result

    def map(self, func, iterable, chunksize=None):
        """Return the list of func(item) for each item."""
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Have it called for each item; return the AsyncResult of the list."""
        return self._map(_map_chunk, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """Return the list of func(*item) for each item."""
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Have it called for each item; return the AsyncResult of the list."""
        return self._map(_starmap_chunk, func, iterable, chunksize, callback, error_callback)

    def _map(self, call, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize = -(-len(items) // (self._processes * 4))  # four for each worker
        chunks = list(batched(items, chunksize)) if items else []
        result = MapResult(len(chunks), callback, error_callback)
        for index, chunk in enumerate(chunks):
            result._follow_chunk(index, self._workers.submit(call, func, chunk))
        return result

    def imap(self, func, iterable, chunksize=1):
        """An iterator over func(item) for the items, in their order."""
        return self._imap(IMapIterator(), func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """An iterator over func(item) for the items, in the order in which the results come."""
        return self._imap(IMapUnorderedIterator(), func, iterable, chunksize)

    def _imap(self, results, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize}")
        call = _map_chunk if chunksize > 1 else _call
        items = iter(iterable)
        tasks = batched(items, chunksize) if chunksize > 1 else items
        # The items may be slow to come, or without an end.
        threading.Thread(target=self._feed, args=(self._workers, results, call, func, tasks), daemon=True).start()
        return (item for chunk in results for item in chunk) if chunksize > 1 else results

    @staticmethod
    def _feed(workers, results, call, func, tasks):
        index = 0
        try:
            for task in tasks:
                arguments = (func, task) if call is _map_chunk else (func, (task,), {})
                future = workers.submit(call, *arguments)
                results._follow(index, future)
                index += 1
                if future.done() and isinstance(future.exception(), ProcessError):
                    break  # nobody works any more
        except Exception as error:
            results._put(index, False, error)
            index += 1
        results._end(index)

    # --- The end ---

    def close(self):
        """Take no more calls; the workers end when they have done what they were given."""
        if self._state == RUN:
            self._state = CLOSE
            self._workers.close()

    def terminate(self):
        """End the workers at once."""
        self._state = TERMINATE
        self._finalizer()

    def join(self):
        """Wait for the end of the workers; after close() or terminate()."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        self._workers.join()


class _Threads(ThreadPoolExecutor):
    """Threads that are ended as the workers of a pool are."""

    def close(self):
        self.shutdown(wait=False)

    def terminate(self):
        self.shutdown(wait=False, cancel_futures=True)

    def join(self):
        self.shutdown(wait=True)


class ThreadPool(Pool):
    """A pool of threads."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _make_workers(self, context, processes, initializer, initargs, maxtasksperchild):
        workers = _Threads(processes, "ThreadPool", initializer, initargs)
        self._finalizer = util.Finalize(self, workers.terminate, exitpriority=15)
        return workers
