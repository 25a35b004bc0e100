# SPDX-License-Identifier: MIT
#
# A stand-in for CPython's package test.support: what the tests that run.py knows ask for, for an interpreter that is
# not CPython on Linux.
import contextlib
import functools
import gc
import io
import os
import sys
import time
import unittest

LOOPBACK_TIMEOUT = 10.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
TEST_HOME_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MS_WINDOWS = False
is_android = is_apple = is_emscripten = is_wasi = False
has_fork_support = has_subprocess_support = True
Py_GIL_DISABLED = False
HAVE_ASAN_FORK_BUG = False
Py_DEBUG = False
verbose = 0


class _Relation:
    """Equal to everything or, for order, beyond everything."""

    def __init__(self, equal=False, less=False, greater=False):
        self._equal, self._less, self._greater = equal, less, greater

    def __eq__(self, other):
        return self._equal or other is self

    def __lt__(self, other):
        return self._less and other is not self

    def __gt__(self, other):
        return self._greater and other is not self

    def __le__(self, other):
        return self._less or other is self

    def __ge__(self, other):
        return self._greater or other is self

    __hash__ = object.__hash__


ALWAYS_EQ = _Relation(equal=True)
NEVER_EQ = _Relation()
SMALLEST = _Relation(less=True)
LARGEST = _Relation(greater=True)


def gc_collect():
    for _ in range(3):
        gc.collect()


@contextlib.contextmanager
def disable_gc():
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Iterate until the time is over, which is an AssertionError unless `error` is false."""
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(err_msg or f"timeout of {timeout} seconds")


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.01, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def wait_process(pid, *, exitcode, timeout=None):
    """AssertionError unless the child ends with the status."""
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status != exitcode:
        raise AssertionError(f"process {pid} exited with code {status}, but exit code {exitcode} is expected")


def reap_children():
    pass


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


@contextlib.contextmanager
def swap_attr(obj, name, value):
    missing = object()
    before = getattr(obj, name, missing)
    setattr(obj, name, value)
    try:
        yield before
    finally:
        if before is missing:
            delattr(obj, name)
        else:
            setattr(obj, name, before)


@contextlib.contextmanager
def captured_output(name):
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


captured_stdout = functools.partial(captured_output, "stdout")
captured_stderr = functools.partial(captured_output, "stderr")


@contextlib.contextmanager
def setswitchinterval(interval):
    before = sys.getswitchinterval()
    sys.setswitchinterval(interval)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def maybe_get_event_loop_policy():
    return None


def check_sanitizer(**kinds):
    return False


# --- What decides whether a test runs -----------------------------------------------------------------------------


def _keep(test):
    return test


def _keeper(*args, **kwargs):
    """A decorator, or a function that gives one, which changes nothing."""
    return args[0] if len(args) == 1 and callable(args[0]) and not kwargs else _keep


requires_subprocess = requires_fork = requires_mac_ver = requires_resource = skip_if_sanitizer = _keeper
requires_gil_enabled = no_tracing = force_not_colorized = skip_if_broken_multiprocessing_synchronize = _keeper
requires_working_socket = bigmemtest = _keeper
cpython_only = unittest.skip("for CPython alone")
refcount_test = unittest.skip("for CPython alone")


def requires(resource, msg=None):
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest("subinterpreters")


run_in_subinterp_with_config = run_in_subinterp


def load_package_tests(folder, loader, standard_tests, pattern):
    return standard_tests


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    """The public names that a module defines are those of its __all__."""
    names = {name_of_module or module.__name__} if not isinstance(name_of_module, tuple) else set(name_of_module)
    expected = set(extra)
    for name in dir(module):
        value = getattr(module, name)
        if not name.startswith("_") and name not in not_exported and getattr(value, "__module__", None) in names:
            expected.add(name)
    case.assertCountEqual(module.__all__, expected)
