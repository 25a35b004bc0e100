# SPDX-License-Identifier: MIT
#
# threading: threads and what they wait for (Library Reference, threading). Locks, conditions, events and semaphores are
# native (_thread); here stand the Thread objects and what is made of the others.
import _thread
import sys
from itertools import count as _count_up

from _thread import (
    RLock,
    TIMEOUT_MAX,
    _BoundedSemaphore as BoundedSemaphore,
    _Condition as Condition,
    _Event as Event,
    _ExceptHookArgs as ExceptHookArgs,
    _Semaphore as Semaphore,
    _local as local,
    error as ThreadError,
    get_ident,
    get_native_id,
    lock as Lock,
    stack_size,
)

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
    "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace",
    "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

_active = {}  # Thread objects by identifier, from their start to their end
_starting = set()  # those that have been asked to start and do not run yet
_numbers = _count_up(1)
_dummy_numbers = _count_up(1)
_profile_function = _trace_function = None
_at_exit = []  # functions that are called before the program waits for its threads


def _number_name(target):
    name = f"Thread-{next(_numbers)}"
    target_name = getattr(target, "__name__", None)
    return f"{name} ({target_name})" if target_name is not None else name


class Thread:
    """A function that runs beside the rest of the program: run() of the object, or its target."""

    _ident = _native_id = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if daemon and not _thread.daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this (sub)interpreter")
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = _number_name(target) if name is None else str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._context = context
        if excepthook is None:  # refused here, where somebody sees it
            raise RuntimeError("threading.excepthook is None")
        self._started = Event()
        self._handle = _thread._ThreadHandle()
        self._initialized = True

    def __repr__(self):
        self._check_initialized(message="Thread.__init__() was not called")
        state = "initial"
        if self._started.is_set():
            state = "stopped" if self._handle.is_done() else "started"
        daemon = " daemon" if self._daemonic else ""
        number = "" if self._ident is None else f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state}{daemon}{number})>"

    def _check_initialized(self, error=AssertionError, message="Thread.__init__() not called"):
        if not getattr(self, "_initialized", False):
            raise error(message)

    def start(self):
        """Start the thread; a Thread can be started once."""
        self._check_initialized(RuntimeError, "thread.__init__() not called")
        if self._started.is_set() or self in _starting:
            raise RuntimeError("threads can only be started once")
        _starting.add(self)
        if self._context is None:
            self._context = _context_for_new_thread()
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self.daemon)
        except BaseException:
            _starting.discard(self)
            raise
        self._started.wait()

    def run(self):
        """What the thread does: calls its target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs  # which may refer to the thread

    def _bootstrap(self):
        self._ident, self._native_id = get_ident(), get_native_id()
        _active[self._ident] = self
        _starting.discard(self)
        self._set_os_name()
        self._started.set()
        try:
            if _trace_function:
                sys.settrace(_trace_function)
            if _profile_function:
                sys.setprofile(_profile_function)
            self._context.run(self.run)
        except BaseException as error:
            self._report(error)
        finally:
            _active.pop(self._ident, None)

    def _report(self, error):
        arguments = ExceptHookArgs((type(error), error, error.__traceback__, self))
        try:
            excepthook(arguments)
        except BaseException as failure:
            if isinstance(failure, SystemExit):
                return
            sys.stderr.write("Exception in threading.excepthook:\n")
            sys.excepthook(type(failure), failure, failure.__traceback__)

    def _set_os_name(self):
        try:
            _thread.set_name(self._name)
        except (OSError, UnicodeError):
            pass

    def join(self, timeout=None):
        """Wait until the thread has ended, or for `timeout` seconds."""
        self._check_initialized(RuntimeError)
        has_begun = self._started.is_set()
        if not has_begun or self is current_thread():
            raise RuntimeError("cannot join current thread" if has_begun else "cannot join thread before it is started")
        self._handle.join(timeout if timeout is None else max(timeout, 0))

    def is_alive(self):
        """Return whether the thread runs: has been started and has not ended."""
        self._check_initialized()
        return self._started.is_set() and not self._handle.is_done()

    @property
    def name(self):
        """A name for people, which need not be unique."""
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)
        if get_ident() == self._ident:
            self._set_os_name()

    @property
    def ident(self):
        """get_ident() of the thread, None before it is started."""
        self._check_initialized()
        return self._ident

    @property
    def native_id(self):
        """get_native_id() of the thread, None before it is started."""
        self._check_initialized()
        return self._native_id

    @property
    def daemon(self):
        """Whether the program ends without waiting for the thread."""
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check_initialized(RuntimeError)
        if daemonic and not _thread.daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this interpreter")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    # Old spellings.

    def isDaemon(self):
        _warn_old("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _warn_old("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _warn_old("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _warn_old("setName() is deprecated, set the name attribute instead")
        self.name = name


def _warn_old(message):
    import warnings

    warnings.warn(message, DeprecationWarning, stacklevel=3)


def _context_for_new_thread():
    from contextvars import Context

    return Context()


class Timer(Thread):
    """A thread that calls a function after a time, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Don't call the function, if that has not begun."""
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _KnownThread(Thread):
    """A thread that was there before its Thread object."""

    def __init__(self, name, ident, daemon):
        super().__init__(name=name, daemon=daemon)
        self._ident = ident
        self._handle = _thread._make_thread_handle(ident)
        self._started.set()
        _active[ident] = self


class _MainThread(_KnownThread):
    def __init__(self):
        ident = _thread._get_main_thread_ident()
        super().__init__("MainThread", ident, False)
        if ident == get_ident():
            self._native_id = get_native_id()


class _DummyThread(_KnownThread):
    """What current_thread() gives in a thread that this module has not started."""

    def __init__(self):
        super().__init__(f"Dummy-{next(_dummy_numbers)}", get_ident(), True)
        self._native_id = get_native_id()

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    """Return the Thread object of the running thread."""
    return _active.get(get_ident()) or _DummyThread()


def main_thread():
    """Return the Thread object of the thread that the program began in."""
    return _main_thread


def enumerate():
    """Return a list of all Thread objects that are alive."""
    return [*_active.values(), *_starting]


def active_count():
    """Return how many Thread objects are alive."""
    return len(_active) + len(_starting)


def currentThread():
    _warn_old("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    _warn_old("activeCount() is deprecated, use active_count() instead")
    return active_count()


# --- Uncaught exceptions ----------------------------------------------------------------------------------------------


def excepthook(args, /):
    """Print an exception that nobody has caught in a thread; SystemExit ends it silently."""
    if not isinstance(args, ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit or sys.stderr is None:
        return
    import traceback

    name = get_ident() if args.thread is None else args.thread.name
    report = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    sys.stderr.write(f"Exception in thread {name}:\n{''.join(report)}")
    sys.stderr.flush()


__excepthook__ = excepthook


# --- Tracing ----------------------------------------------------------------------------------------------------------


def settrace(func):
    """Have threads to come call sys.settrace(func)."""
    global _trace_function
    _trace_function = func


def gettrace():
    """Return what settrace() has set."""
    return _trace_function


def setprofile(func):
    """Have threads to come call sys.setprofile(func)."""
    global _profile_function
    _profile_function = func


def getprofile():
    """Return what setprofile() has set."""
    return _profile_function


def settrace_all_threads(func):
    """settrace(), also in this thread."""
    settrace(func)
    sys.settrace(func)


def setprofile_all_threads(func):
    """setprofile(), also in this thread."""
    setprofile(func)
    sys.setprofile(func)


# --- Barrier ----------------------------------------------------------------------------------------------------------


class BrokenBarrierError(RuntimeError):
    """A Barrier was reset or aborted while a thread waited, or a thread did not wait longer."""


class Barrier:
    """A place where a number of threads wait for one another, again and again."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._changed = Condition(Lock())
        self._arrived = 0
        self._round = object()  # of those who wait now; a new one when they go on
        self._leaving = 0  # of the last round: they have to leave before the next begins
        self._is_broken = False

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{name} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        """Wait until all parties do; return this thread's number among them, in 0 to parties - 1."""
        if timeout is None:
            timeout = self._timeout
        with self._changed:
            self._changed.wait_for(lambda: not self._leaving or self._is_broken)
            self._check()
            number = self._arrived
            self._arrived += 1
            try:
                if self._arrived == self._parties:
                    self._open()
                else:
                    self._wait_for_others(timeout)
            finally:
                self._leave()
            return number

    def _open(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._round = object()
        self._leaving = self._parties
        self._changed.notify_all()

    def _wait_for_others(self, timeout):
        mine = self._round
        if not self._changed.wait_for(lambda: self._round is not mine or self._is_broken, timeout):
            self._break()
        if self._round is mine or self._is_broken:
            raise BrokenBarrierError

    def _leave(self):
        self._arrived -= 1
        if self._leaving:
            self._leaving -= 1
            if not self._leaving:
                self._changed.notify_all()

    def _check(self):
        if self._is_broken:
            raise BrokenBarrierError

    def _break(self):
        self._is_broken = True
        self._changed.notify_all()

    def reset(self):
        """Empty the barrier: threads that wait get BrokenBarrierError."""
        with self._changed:
            if self._arrived and not self._leaving:
                self._is_broken = True
                self._changed.notify_all()
                self._changed.wait_for(lambda: not self._arrived)
            self._is_broken = False

    def abort(self):
        """Break the barrier: threads that wait, now or later, get BrokenBarrierError until it is reset."""
        with self._changed:
            self._break()

    @property
    def parties(self):
        """How many threads have to wait."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads wait now."""
        return 0 if self._leaving else self._arrived

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._is_broken


# --- The end ----------------------------------------------------------------------------------------------------------


def _register_atexit(func, *arg, **kwargs):
    """Call a function before the program waits for its threads, the last registered first."""
    if _main_thread._handle.is_done():
        raise RuntimeError("can't register atexit after shutdown")
    _at_exit.append((func, arg, kwargs))


def _shutdown():
    """Wait for the threads that are no daemons. The owner of the program calls this at its end."""
    if _main_thread._handle.is_done():
        return
    _main_thread._handle._set_done()
    while _at_exit:
        func, arg, kwargs = _at_exit.pop()
        func(*arg, **kwargs)
    _thread._shutdown()


def _after_fork():
    """In a forked process: its one thread is the main thread, whichever it was."""
    global _main_thread
    thread = current_thread()
    _starting.clear()
    _active.clear()
    _active[get_ident()] = _main_thread = thread
    thread._native_id = get_native_id()


_main_thread = _MainThread()
