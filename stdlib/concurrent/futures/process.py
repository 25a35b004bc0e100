# SPDX-License-Identifier: MIT
#
# ProcessPoolExecutor: calls in other processes (Library Reference, concurrent.futures, "ProcessPoolExecutor").
#
#     submit() --> calls --> the manager's thread <-- a pair of sockets --> worker process
#                                 |                                         (one call at a time)
#                                 +--> results of the futures
#
# A call is given to a worker when that has nothing to do, so none waits behind a slow one; nothing is shared between
# the workers, so none can leave another without a lock. The manager keeps no reference to its executor: one that is
# dropped ends when its calls have.
import itertools
import multiprocessing as mp
import os
import selectors
import threading
import traceback
import types
import weakref
from collections import deque
from concurrent.futures import _base
from functools import partial
from multiprocessing.connection import Pipe
from multiprocessing.reduction import ForkingPickler

_managers = weakref.WeakKeyDictionary()  # _Manager objects by their threads
_is_ending = False


def _python_exit():
    """The program ends: workers finish what was submitted."""
    global _is_ending
    _is_ending = True
    items = list(_managers.items())
    for _, manager in items:
        manager.wake()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has ended before its time."""


# --- Exceptions on their way ---


class _RemoteTraceback(Exception):
    """The traceback of another process, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    """An exception that arrives with its traceback as its cause."""

    def __init__(self, exc, tb):
        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


# --- In a worker ---


def _process_worker(connection, initializer, initargs, max_tasks, unsendable=None):
    """Answer one call after the other, until there is no more of them or nobody who wants the answer.

    unsendable(error, outcome) gives the exception for an outcome that cannot be pickled; otherwise it is the error.
    """
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            return
    for _ in itertools.count() if max_tasks is None else range(max_tasks):
        try:
            octets = connection.recv_bytes()
        except (EOFError, OSError):
            return
        call = ForkingPickler.loads(octets)
        if call is None:
            return
        del octets
        answer = _answer(unsendable, *call)
        del call
        try:
            connection.send_bytes(answer)
        except OSError:
            return
        del answer


def _answer(unsendable, fn, args, kwargs):
    """Call; return (whether it has returned, what) pickled, or the reason why that could not be pickled."""
    try:
        answer = True, fn(*args, **kwargs)
    except BaseException as error:
        answer = False, _ExceptionWithTraceback(error, error.__traceback__)
    try:
        return ForkingPickler.dumps(answer)
    except BaseException as error:
        if unsendable is not None:
            return ForkingPickler.dumps((False, unsendable(error, answer[1] if answer[0] else answer[1].exc)))
        return ForkingPickler.dumps((False, _ExceptionWithTraceback(error, error.__traceback__)))


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


# --- The manager ---


class _Call:
    """What has been submitted."""

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs
        self.has_begun = False

    __class_getitem__ = classmethod(types.GenericAlias)


class _Worker:
    """A process with what the manager knows of it."""

    def __init__(self, context, initializer, initargs, max_tasks, unsendable=None, daemon=None):
        self.connection, other_end = Pipe()
        try:
            self.process = context.Process(
                target=_process_worker, args=(other_end, initializer, initargs, max_tasks, unsendable), daemon=daemon)
            self.process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            other_end.close()
        self.call = None  # the one that it works on
        self.has_missed_call = False  # it had ended before that could be sent
        self.tasks_left = max_tasks

    def forget_process(self):
        """Give back the descriptor of a process that has ended. Its object may be in use by scripts: that stays."""
        self.process._popen.close()

    def close(self):
        """Tell it to end. It may have done so."""
        try:
            self.connection.send(None)
        except OSError:
            pass
        self.connection.close()


class _Manager:
    """The workers and calls of an executor, and the thread that brings them together.

    What is to be done about a worker that is lost says _lose(), which another kind of pool overrides.
    """

    def __init__(self, start_worker, max_workers):
        self.start_worker, self.max_workers = start_worker, max_workers
        self.lock = threading.RLock()  # over what follows
        self.calls = deque()
        self.workers = {}  # by the number of their process
        self.processes = {}  # what scripts see of them
        self.idle = []
        self.newcomers = []  # workers that are not yet waited for
        self.is_shut_down = False
        self.broken = False  # or why
        self.has_executor = True
        self.has_ended = False
        self._selector = selectors.DefaultSelector()
        self._wakeup = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._selector.register(self._wakeup, selectors.EVENT_READ)
        self.thread = None
        self.reference = None  # to the executor: a weak one, kept so that it calls leave()

    def wake(self):
        """Have the thread look again."""
        with self.lock:
            if not self.has_ended:
                os.eventfd_write(self._wakeup, 1)

    def leave(self, reference):
        """The executor is gone."""
        self.has_executor = False
        if self.thread is None:
            self.end()
        else:
            self.wake()

    def start_thread(self):
        self.thread = threading.Thread(target=self._run)
        self.thread.start()
        _managers[self.thread] = self

    def add_worker(self):
        """Start a worker."""
        worker = self.start_worker()
        self.workers[worker.process.pid] = worker
        self.processes[worker.process.pid] = worker.process
        self.idle.append(worker)
        self.newcomers.append(worker)

    # What follows runs in the thread.

    def _run(self):
        try:
            while not self._is_done():
                self._hand_out()
                for key, _ in self._selector.select():
                    if key.data is None:
                        os.eventfd_read(self._wakeup)
                    elif not key.data.connection.closed:  # it may have been replaced just now
                        self._attend(key.data, key.fileobj is key.data.connection)
        except BaseException as error:  # as when the system gives no more processes
            self._break(error)
        finally:
            self.end()

    def _is_done(self):
        with self.lock:
            if self.broken:
                return True
            for worker in self.newcomers:
                self._selector.register(worker.connection, selectors.EVENT_READ, worker)
                self._selector.register(worker.process.sentinel, selectors.EVENT_READ, worker)
            self.newcomers.clear()
            if self.has_executor and not self.is_shut_down and not _is_ending:
                return False
            self.is_shut_down = True
            return not self.calls and len(self.idle) == len(self.workers)

    def _hand_out(self):
        """Give calls to workers that have none."""
        while True:
            with self.lock:
                if not (self.calls and self.idle):
                    return
                call = self.calls.popleft()
                if not call.has_begun and not call.future.set_running_or_notify_cancel():
                    continue
                call.has_begun = True
                worker = self.idle.pop()
                worker.call = call
            try:
                octets = ForkingPickler.dumps((call.fn, call.args, call.kwargs))
            except BaseException as error:
                text = "".join(traceback.format_exception(error))
                error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
                self._settle(worker, False, error)
                continue
            try:
                worker.connection.send_bytes(octets)
            except OSError:
                worker.has_missed_call = True  # it has ended, as will be seen
                continue
            call.fn = call.args = call.kwargs = None  # not kept alive by its future

    def _attend(self, worker, has_written):
        """A worker has answered, or ended."""
        try:
            if not has_written and not worker.connection.poll():
                raise EOFError
            octets = worker.connection.recv_bytes()
        except (EOFError, OSError):
            if worker.tasks_left == 0:
                self._replace(worker)
            else:
                self._lose(worker, None)
            return
        try:
            returned, outcome = ForkingPickler.loads(octets)
        except BaseException as error:
            self._lose(worker, error)
            return
        if worker.tasks_left is not None:
            worker.tasks_left -= 1
        self._settle(worker, returned, outcome)
        if worker.tasks_left == 0:
            self._replace(worker)

    def _settle(self, worker, returned, outcome):
        """The call of a worker is over."""
        with self.lock:
            call, worker.call = worker.call, None
            if worker.tasks_left != 0:
                self.idle.append(worker)
        if returned:
            call.future.set_result(outcome)
        else:
            call.future.set_exception(outcome)

    def _forget(self, worker):
        self._selector.unregister(worker.connection)
        self._selector.unregister(worker.process.sentinel)
        worker.close()

    def _replace(self, worker):
        """A worker has done all that it may: another takes its place, if there is something to do."""
        self._forget(worker)
        worker.process.join()
        with self.lock:
            del self.workers[worker.process.pid], self.processes[worker.process.pid]
            worker.forget_process()
            if self._needs_worker():
                self.add_worker()

    def _needs_worker(self):
        return len(self.calls) > len(self.idle)

    def _take_calls(self):
        """All that are not over, which are forgotten."""
        calls = [worker.call for worker in self.workers.values() if worker.call is not None] + list(self.calls)
        self.calls.clear()
        for worker in self.workers.values():
            worker.call = None
        return calls

    def _lose(self, worker, error):
        """A worker has ended, or has sent what cannot be unpickled, for that error."""
        self._break(error)

    def _break(self, error):
        """Fail all calls, and end all workers."""
        cause = None if error is None else "".join(traceback.format_exception(error))
        with self.lock:
            self.broken = "A child process terminated abruptly, the process pool is not usable anymore"
            self.is_shut_down = True
            calls = self._take_calls()
        for call in calls:
            error = BrokenProcessPool(
                "A process in the process pool was terminated abruptly while the future was running or pending.")
            if cause is not None:
                error.__cause__ = _RemoteTraceback(f"\n'''\n{cause}'''")
            try:
                call.future.set_exception(error)
            except _base.InvalidStateError:
                pass  # it was cancelled
        for worker in self.workers.values():
            worker.process.terminate()

    def end(self):
        """Let the workers go, and give back what the system has given; also without the thread, if that was never
        started."""
        with self.lock:
            if self.has_ended:
                return
            self.has_ended = True
            workers = list(self.workers.values())
            self.workers.clear()
            os.close(self._wakeup)
        for worker in workers:
            worker.close()
        self._selector.close()
        for worker in workers:
            worker.process.join()
            worker.forget_process()


# --- The executor ---


def _check(max_workers, initializer, max_tasks_per_child, context):
    if max_workers <= 0:
        raise ValueError("max_workers must be greater than 0")
    if initializer is not None and not callable(initializer):
        raise TypeError("initializer must be a callable")
    if max_tasks_per_child is not None:
        if not isinstance(max_tasks_per_child, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if max_tasks_per_child <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")


class ProcessPoolExecutor(_base.Executor):
    """An executor of at most `max_workers` processes, each of which calls `initializer(*initargs)` first, and is
    replaced after `max_tasks_per_child` calls."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        self._max_workers = (os.process_cpu_count() or 1) if max_workers is None else max_workers
        _check(self._max_workers, initializer, max_tasks_per_child, mp_context)
        self._mp_context = mp.get_context() if mp_context is None else mp_context
        start = partial(_Worker, self._mp_context, initializer, initargs, max_tasks_per_child)
        self._manager = _Manager(start, self._max_workers)
        self._manager.reference = weakref.ref(self, self._manager.leave)

    @property
    def _processes(self):
        return None if self._manager.has_ended else self._manager.processes

    def submit(self, fn, /, *args, **kwargs):
        manager = self._manager
        with manager.lock:
            if manager.broken:
                raise BrokenProcessPool(manager.broken)
            if manager.is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            if len(manager.calls) >= len(manager.idle) and len(manager.workers) < manager.max_workers:
                manager.add_worker()
            manager.calls.append(_Call(future, fn, args, kwargs))
            if manager.thread is None:
                manager.start_thread()
            if manager.idle:  # otherwise the next worker that has done its call takes this one
                manager.wake()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        """An iterator over fn's results for the items, in their order. The items travel in chunks, all of which are
        submitted at once, but for at most `buffersize` whose results have not been taken."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = super().map(partial(_process_chunk, fn), itertools.batched(zip(*iterables), chunksize),
                             timeout=timeout, buffersize=buffersize)
        return _each(chunks)

    def shutdown(self, wait=True, *, cancel_futures=False):
        manager = self._manager
        with manager.lock:
            manager.is_shut_down = True
            cancelled = list(manager.calls) if cancel_futures else []
            if cancel_futures:
                manager.calls.clear()
        for call in cancelled:
            call.future.cancel()
        if manager.thread is None:
            manager.end()
        else:
            manager.wake()
            if wait:
                manager.thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__

    def terminate_workers(self):
        """Shut down, and end the workers by SIGTERM: what they work on is lost."""
        self._force_shutdown("terminate")

    def kill_workers(self):
        """Shut down, and end the workers by SIGKILL: what they work on is lost."""
        self._force_shutdown("kill")

    def _force_shutdown(self, operation):
        processes = list((self._processes or {}).values())
        self.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            try:
                getattr(process, operation)()
            except (ValueError, ProcessLookupError):
                pass  # it has ended


def _each(chunks):
    """The items of lists, which are kept no longer than needed."""
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
