# SPDX-License-Identifier: MIT
#
# Contexts: the functions of multiprocessing, bound to a way to start processes (Library Reference, multiprocessing,
# "Contexts and start methods").
#
# Differs: there is one way, "spawn". A copy of a process that has threads, as fork() makes it, is not to be had here.
import os
import threading
from multiprocessing import process

__all__ = ()


class ProcessError(Exception):
    """Base of what this package raises."""


class BufferTooShort(ProcessError):
    """A message is larger than the buffer for it; it stands in args[0]."""


class TimeoutError(ProcessError):
    """A result has not come in time."""


class AuthenticationError(ProcessError):
    """The other side does not know the key."""


class BaseContext:
    """What every context offers."""

    ProcessError, BufferTooShort = ProcessError, BufferTooShort
    TimeoutError, AuthenticationError = TimeoutError, AuthenticationError

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        """Return how many processors the system has."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError("cannot determine number of cpus")
        return count

    def Manager(self):
        raise NotImplementedError("multiprocessing.Manager: Ouro does not have managers yet")

    def Pipe(self, duplex=True):
        """Return two connected Connection objects; with duplex=False the first only reads, the second only writes."""
        from multiprocessing.connection import Pipe

        return Pipe(duplex)

    def Lock(self):
        """Return a lock."""
        from multiprocessing.synchronize import Lock

        return Lock(ctx=self.get_context())

    def RLock(self):
        """Return a lock that its owner can take again."""
        from multiprocessing.synchronize import RLock

        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        """Return a condition variable."""
        from multiprocessing.synchronize import Condition

        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        """Return a semaphore."""
        from multiprocessing.synchronize import Semaphore

        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        """Return a semaphore that is not released more often than acquired."""
        from multiprocessing.synchronize import BoundedSemaphore

        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        """Return an event."""
        from multiprocessing.synchronize import Event

        return Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        """Return a place where a number of processes wait for one another."""
        from multiprocessing.synchronize import Barrier

        return Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        """Return a queue of at most `maxsize` items, 0: as many as wanted."""
        from multiprocessing.queues import Queue

        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        """Return a queue that also counts unfinished items."""
        from multiprocessing.queues import JoinableQueue

        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        """Return a queue without a thread and without a limit of its own."""
        from multiprocessing.queues import SimpleQueue

        return SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """Return a pool of processes."""
        from multiprocessing.pool import Pool

        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """Return a number in shared memory."""
        from multiprocessing.sharedctypes import RawValue

        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """Return an array of numbers in shared memory."""
        from multiprocessing.sharedctypes import RawArray

        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """Return a number in shared memory, with a lock."""
        from multiprocessing.sharedctypes import Value

        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Return an array of numbers in shared memory, with a lock."""
        from multiprocessing.sharedctypes import Array

        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """Nothing: programs for Ouro are not frozen."""

    def get_logger(self):
        """Return the logger of this package."""
        from multiprocessing.util import get_logger

        return get_logger()

    def log_to_stderr(self, level=None):
        """Have the logger write to standard error; return it."""
        from multiprocessing.util import log_to_stderr

        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Nothing: connections and sockets can be arguments of processes."""
        from multiprocessing import connection  # noqa: F401

    def set_executable(self, executable):
        """Set the program that processes run."""
        from multiprocessing.spawn import set_executable

        set_executable(executable)

    def set_forkserver_preload(self, module_names):
        """Nothing: there is no fork server."""

    def get_context(self, method=None):
        """Return the context of a start method; ValueError."""
        if method is None:
            return self
        if method not in _contexts:
            raise ValueError(f"cannot find context for {method!r}") from None
        return _contexts[method]

    def get_start_method(self, allow_none=False):
        """Return how processes are started."""
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")

    @property
    def reducer(self):
        """The module that pickles."""
        from multiprocessing import reduction

        return reduction

    def _check_available(self):
        pass


class Process(process.BaseProcess):
    """A process of the default context."""

    _start_method = None

    @staticmethod
    def _Popen(process_obj):
        return SpawnProcess._Popen(process_obj)


class SpawnProcess(process.BaseProcess):
    """A process that begins as a new interpreter."""

    _start_method = "spawn"

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen_spawn import Popen

        return Popen(process_obj)


class SpawnContext(BaseContext):
    """Processes begin as new interpreters."""

    _name = "spawn"
    Process = SpawnProcess


class DefaultContext(BaseContext):
    """What the functions of multiprocessing itself belong to: it can be set once."""

    Process = Process

    def __init__(self, context):
        self._default_context = context
        self._actual_context = None

    def get_context(self, method=None):
        """Return the context of a start method, None: of the default one, which is settled from now on."""
        if method is None:
            if self._actual_context is None:
                self._actual_context = self._default_context
            return self._actual_context
        return super().get_context(method)

    def set_start_method(self, method, force=False):
        """Set how processes are started; RuntimeError when that was settled before."""
        if self._actual_context is not None and not force:
            raise RuntimeError("context has already been set")
        self._actual_context = None if method is None and force else self.get_context(method)

    def get_start_method(self, allow_none=False):
        """Return how processes are started; with `allow_none` None as long as that is open."""
        if self._actual_context is None and allow_none:
            return None
        return self.get_context()._name

    def get_all_start_methods(self):
        """Return the names of all start methods."""
        return list(_contexts)


_contexts = {"spawn": SpawnContext()}
_default_context = DefaultContext(_contexts["spawn"])

# --- While a process is being started ---

_starting = threading.local()  # what is pickled for whom, in this thread


def get_spawning_popen():
    """Return the Popen object for which this thread pickles, or None."""
    return getattr(_starting, "popen", None)


def set_spawning_popen(popen):
    """Say for which Popen object this thread pickles."""
    _starting.popen = popen


def assert_spawning(obj):
    """RuntimeError unless this thread pickles for a process that is being started."""
    if get_spawning_popen() is None:
        raise RuntimeError(f"{type(obj).__name__} objects should only be shared between processes through inheritance")
