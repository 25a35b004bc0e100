# SPDX-License-Identifier: MIT
#
# multiprocessing.dummy: the interface of multiprocessing on threads (Library Reference, multiprocessing).
import threading
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = [
    "Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore", "BoundedSemaphore",
    "Condition", "Event", "Barrier", "Queue", "JoinableQueue", "Pool",
]

JoinableQueue = Queue
current_process = threading.current_thread


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    pid = None

    @property
    def exitcode(self):
        """0 when the thread has ended, else None."""
        return 0 if self._started.is_set() and not self.is_alive() else None


Process = DummyProcess


def active_children():
    """Return the threads of this module that run."""
    return [thread for thread in threading.enumerate() if isinstance(thread, DummyProcess)]


def freeze_support():
    """Nothing: there are no processes."""


def Pool(processes=None, initializer=None, initargs=()):
    """Return a pool of threads."""
    from multiprocessing.pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
