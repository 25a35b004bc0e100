# SPDX-License-Identifier: MIT
#
# ThreadPoolExecutor: calls in threads, which are started when there is work and no idle one.
import itertools
import os
import threading
import types
import weakref
from concurrent.futures import _base
from queue import Empty, SimpleQueue

_queues = weakref.WeakKeyDictionary()  # of the workers that run: what to wake them by at the end
_is_ending = False


def _python_exit():
    """The program ends: workers finish what was submitted."""
    global _is_ending
    _is_ending = True
    items = list(_queues.items())
    for _, calls in items:
        calls.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a worker has failed."""


class _Call:
    """What has been submitted."""

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the traceback refers to this frame
        else:
            self.future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


def _work(executor_reference, calls, initializer, initargs):
    """What a worker does: one call after the other, until its executor is shut down or gone, or the program ends."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._break()
            return
    while True:
        try:
            call = calls.get_nowait()
        except Empty:
            executor = executor_reference()
            if executor is not None:
                executor._idle.release()
            del executor
            call = calls.get()
        if call is not None:
            call.run()
            del call
            continue
        executor = executor_reference()
        if _is_ending or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            calls.put(None)  # for the next one
            return
        del executor


class ThreadPoolExecutor(_base.Executor):
    """An executor of at most `max_workers` threads, each of which calls `initializer(*initargs)` first."""

    _numbers = itertools.count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._max_workers = min(32, (os.process_cpu_count() or 1) + 4) if max_workers is None else max_workers
        if self._max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._work_queue = SimpleQueue()
        self._idle = threading.Semaphore(0)  # one for each worker that has nothing to do
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(self._numbers)}"
        self._initializer, self._initargs = initializer, initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_Call(future, fn, args, kwargs))
            if not self._idle.acquire(timeout=0) and len(self._threads) < self._max_workers:
                self._start_worker()
            return future

    def _start_worker(self):
        calls = self._work_queue
        reference = weakref.ref(self, lambda _: calls.put(None))  # workers of a dropped executor end
        name = f"{self._thread_name_prefix or self}_{len(self._threads)}"
        thread = threading.Thread(target=_work, name=name,
                                  args=(reference, calls, self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = calls

    def _take_calls(self):
        """What no worker has begun."""
        while True:
            try:
                call = self._work_queue.get_nowait()
            except Empty:
                return
            if call is not None:
                yield call

    def _break(self):
        with self._lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for call in self._take_calls():
                call.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                for call in self._take_calls():
                    call.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
