# SPDX-License-Identifier: MIT
#
# Locks between processes (Library Reference, multiprocessing, "Synchronization primitives"). All stand on one thing: a
# descriptor that the system counts tokens in (eventfd), which processes inherit. To acquire is to take a token, to
# release is to put one back; who finds none waits until the descriptor can be read.
import os
import threading
import time
from multiprocessing import process
from multiprocessing.context import assert_spawning, get_spawning_popen
from multiprocessing.connection import wait

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

SEM_VALUE_MAX = 2**31 - 1
_FLAGS = os.EFD_SEMAPHORE | os.EFD_NONBLOCK | os.EFD_CLOEXEC


class _Tokens:
    """A number of tokens that processes share."""

    def __init__(self, count):
        self._fd = os.eventfd(count, _FLAGS)

    def __del__(self):
        fd, self._fd = getattr(self, "_fd", None), None
        if fd is not None:
            os.close(fd)

    def __getstate__(self):
        return get_spawning_popen().duplicate_for_child(self._fd)

    def __setstate__(self, fd):
        os.set_inheritable(fd, False)
        self._fd = fd

    def put(self):
        """Add a token."""
        os.eventfd_write(self._fd, 1)

    def take(self, block=True, timeout=None):
        """Take a token, waiting for one if wanted; return whether there was one."""
        end = None if timeout is None or not block else time.monotonic() + timeout
        while True:
            try:
                os.eventfd_read(self._fd)
                return True
            except BlockingIOError:
                if not block:
                    return False
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return False
            wait([self._fd], left)

    def count(self):
        """Return how many there are now."""
        try:
            with open(f"/proc/self/fdinfo/{self._fd}") as file:
                for line in file:
                    name, _, value = line.partition(":")
                    if name == "eventfd-count":
                        return int(value, 16)
        except FileNotFoundError:
            pass
        raise NotImplementedError("the value of a semaphore is not to be had on this system")


def _me():
    return os.getpid(), threading.get_ident()


class _SemLock:
    """What locks and semaphores have in common: whoever has acquired it in this process is known."""

    def __init__(self, count, ctx=None):
        self._tokens = _Tokens(count)
        self._owner, self._count = None, 0

    def __getstate__(self):
        assert_spawning(self)
        return {**self.__dict__, "_owner": None, "_count": 0}

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def acquire(self, block=True, timeout=None):
        """Take it, waiting until that is possible, or for `timeout` seconds; return whether it was."""
        if not self._tokens.take(block, timeout):
            return False
        self._owner = _me()
        self._count += 1
        return True

    def release(self):
        """Give it back."""
        self._count -= 1
        self._tokens.put()

    def _is_mine(self):
        return self._count > 0 and self._owner == _me()

    def _owner_name(self):
        """Who has acquired it, for people."""
        if self._is_mine():
            name = process.current_process().name
            thread = threading.current_thread().name
            return name if thread == "MainThread" else f"{name}|{thread}"
        if self._tokens.count() == 1:
            return None
        return "SomeOtherThread" if self._count > 0 else "SomeOtherProcess"


class Semaphore(_SemLock):
    """A counter that is never below 0: acquire() waits where it would be."""

    def __init__(self, value=1, *, ctx=None):
        if not 0 <= value <= SEM_VALUE_MAX:
            raise OSError(22, "Invalid argument")
        super().__init__(value)

    def get_value(self):
        """Return the counter."""
        return self._tokens.count()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value_name()})>"

    def _value_name(self):
        try:
            return self.get_value()
        except NotImplementedError:
            return "unknown"


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released above what it began with: ValueError."""

    def __init__(self, value=1, *, ctx=None):
        super().__init__(value)
        self._most = value

    def release(self):
        """Give it back."""
        if self._tokens.count() >= self._most:
            raise ValueError("semaphore or lock released too many times")
        super().release()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value_name()}, maxvalue={self._most})>"


class Lock(_SemLock):
    """A lock that any thread of any process may release."""

    def __init__(self, *, ctx=None):
        super().__init__(1)

    def release(self):
        """Give it back; ValueError when nobody has it."""
        if not self._is_mine() and self._tokens.count() >= 1:
            raise ValueError("semaphore or lock released too many times")
        super().release()

    def locked(self):
        """Return whether somebody has it."""
        return self._tokens.count() == 0

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner_name()})>"


class RLock(_SemLock):
    """A lock that its owner can take again, and has to give back as often."""

    def __init__(self, *, ctx=None):
        super().__init__(1)

    def acquire(self, block=True, timeout=None):
        """Take it, waiting until that is possible, or for `timeout` seconds; return whether it was."""
        if not self._is_mine():
            return super().acquire(block, timeout)
        self._count += 1
        return True

    def release(self):
        """Give it back; AssertionError when this thread does not have it."""
        if not self._is_mine():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._tokens.put()

    def locked(self):
        """Return whether somebody has it."""
        return self._tokens.count() == 0

    def __repr__(self):
        count = self._count if self._is_mine() else 0 if self._tokens.count() == 1 else "nonzero"
        return f"<{type(self).__name__}({self._owner_name()}, {count})>"


class Condition:
    """A condition variable.

    Each process that sleeps has put a token into `_sleepers`. It wakes by taking one from `_wakers`, for which
    whoever notifies has taken one from `_sleepers`; so a sleeper that gives up can tell whether it is counted on: it is
    when it cannot take back its own. Whoever notifies waits until all have taken theirs, so that nobody who
    comes later can.
    """

    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._sleepers, self._wakers, self._woken = _Tokens(0), _Tokens(0), _Tokens(0)
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __getstate__(self):
        assert_spawning(self)
        return self._lock, self._sleepers, self._wakers, self._woken

    def __setstate__(self, state):
        self._lock, self._sleepers, self._wakers, self._woken = state
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def __repr__(self):
        try:
            sleepers = self._sleepers.count()
        except NotImplementedError:
            sleepers = "unknown"
        return f"<{type(self).__name__}({self._lock}, {sleepers})>"

    def _require_lock(self, what):
        if not self._lock._is_mine():
            raise AssertionError(what)

    def wait(self, timeout=None):
        """Give the lock back, sleep until notified, or for `timeout` seconds, and take it again."""
        self._require_lock("must acquire() condition before using wait()")
        self._sleepers.put()
        times = self._lock._count if isinstance(self._lock, RLock) else 1
        for _ in range(times):
            self._lock.release()
        try:
            return self._sleep(timeout)
        finally:
            for _ in range(times):
                self._lock.acquire()

    def _sleep(self, timeout):
        try:
            is_woken = self._wakers.take(True, timeout)
        except BaseException:
            if not self._sleepers.take(False):
                self._wakers.take()
                self._woken.put()
            raise
        if not is_woken:
            if self._sleepers.take(False):
                return False
            self._wakers.take()
        self._woken.put()
        return True

    def wait_for(self, predicate, timeout=None):
        """wait() until predicate() is true; return what it was last."""
        end = None if timeout is None else time.monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result

    def notify(self, n=1):
        """Wake up to `n` sleepers."""
        self._require_lock("lock is not owned")
        count = 0
        while count < n and self._sleepers.take(False):
            count += 1
        for _ in range(count):
            self._wakers.put()
        for _ in range(count):
            self._woken.take()

    def notify_all(self):
        """Wake all sleepers."""
        self.notify(SEM_VALUE_MAX)


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx=None):
        self._changed = Condition(Lock())
        self._flag = _Tokens(0)

    def _look(self):
        if self._flag.take(False):
            self._flag.put()
            return True
        return False

    def is_set(self):
        """Return whether the flag is set."""
        with self._changed:
            return self._look()

    def set(self):
        """Set the flag: wakes all that wait for it."""
        with self._changed:
            self._flag.take(False)
            self._flag.put()
            self._changed.notify_all()

    def clear(self):
        """Set the flag no longer."""
        with self._changed:
            self._flag.take(False)

    def wait(self, timeout=None):
        """Wait until the flag is set, or for `timeout` seconds; return whether it is."""
        with self._changed:
            if not self._look():
                self._changed.wait(timeout)
            return self._look()

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier:
    """A place where a number of processes wait for one another, again and again."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        from multiprocessing.sharedctypes import RawArray

        self._parties, self._action, self._timeout = parties, action, timeout
        self._changed = Condition()
        # How many wait; how many of the last round have still to leave; the number of the round; whether it is broken.
        self._shared = RawArray("i", 4)

    def _field(index):
        def get(self):
            return self._shared[index]

        def set(self, value):
            self._shared[index] = value

        return property(get, set)

    _arrived, _leaving, _round, _is_broken = map(_field, range(4))
    del _field

    def __getstate__(self):
        assert_spawning(self)
        return self.__dict__

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{name} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        """Wait until all parties do; return a number among them, in 0 to parties - 1."""
        if timeout is None:
            timeout = self._timeout
        with self._changed:
            self._changed.wait_for(lambda: not self._leaving or self._is_broken)
            if self._is_broken:
                raise threading.BrokenBarrierError
            number = self._arrived
            self._arrived = number + 1
            try:
                if number + 1 == self._parties:
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
        self._round = (self._round + 1) & 0xFFFF
        self._leaving = self._parties
        self._changed.notify_all()

    def _wait_for_others(self, timeout):
        mine = self._round
        if not self._changed.wait_for(lambda: self._round != mine or self._is_broken, timeout):
            self._break()
        if self._round == mine or self._is_broken:
            raise threading.BrokenBarrierError

    def _leave(self):
        self._arrived -= 1
        if self._leaving:
            self._leaving -= 1
        if not self._arrived:
            self._changed.notify_all()

    def _break(self):
        self._is_broken = 1
        self._changed.notify_all()

    def reset(self):
        """Empty the barrier: those who wait get BrokenBarrierError."""
        with self._changed:
            if self._arrived and not self._leaving:
                self._break()
                self._changed.wait_for(lambda: not self._arrived)
            self._is_broken = 0

    def abort(self):
        """Break the barrier: those who wait, now or later, get BrokenBarrierError until it is reset."""
        with self._changed:
            self._break()

    @property
    def parties(self):
        """How many have to wait."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait now."""
        return 0 if self._leaving else self._arrived

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return bool(self._is_broken)
