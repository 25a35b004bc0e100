# SPDX-License-Identifier: MIT
import contextlib
import functools
import threading
import time

can_start_thread = True


def threading_setup():
    return threading.active_count(), len(threading.enumerate())


def threading_cleanup(*original):
    end = time.monotonic() + 5
    while threading.active_count() > original[0] and time.monotonic() < end:
        time.sleep(0.01)


def reap_threads(function):
    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        state = threading_setup()
        try:
            return function(*args, **kwargs)
        finally:
            threading_cleanup(*state)

    return wrapped


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    state = threading_setup()
    try:
        yield
    finally:
        threading_cleanup(*state)


def join_thread(thread, timeout=30):
    thread.join(timeout)
    if thread.is_alive():
        raise AssertionError(f"failed to join the thread in {timeout:.1f} seconds")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join(30)


class catch_threading_exception:
    """What threading.excepthook() is called with, in exc_type, exc_value, exc_traceback and thread."""

    exc_type = exc_value = exc_traceback = thread = None

    def _hook(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __enter__(self):
        self._before, threading.excepthook = threading.excepthook, self._hook
        return self

    def __exit__(self, *exc):
        threading.excepthook = self._before
        for name in ("exc_type", "exc_value", "exc_traceback", "thread"):
            self.__dict__.pop(name, None)


def requires_working_threading(*, module=False):
    return None if module else lambda test: test
