# SPDX-License-Identifier: MIT
#
# What the rest of multiprocessing shares: its logger, and what has to be done when the process ends.
import atexit
import itertools
import os
import sys
import weakref
from multiprocessing import process

__all__ = [
    "sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "is_exiting", "Finalize",
    "SUBDEBUG", "SUBWARNING",
]

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False

# --- The logger ---


def _log(level, message, args):
    if _logger is not None:
        _logger.log(level, message, *args)


def sub_debug(msg, *args):
    """Log something of less interest than debug()."""
    _log(SUBDEBUG, msg, args)


def debug(msg, *args):
    """Log something for whoever looks for a fault."""
    _log(DEBUG, msg, args)


def info(msg, *args):
    """Log what happens."""
    _log(INFO, msg, args)


def sub_warning(msg, *args):
    """Log something between info() and a warning."""
    _log(SUBWARNING, msg, args)


def get_logger():
    """Return the logger of this package, which is silent before somebody asks for it."""
    global _logger
    if _logger is None:
        import logging

        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    """Have the logger write to standard error, from a level on; return it."""
    global _log_to_stderr
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


# --- The end ---

_finalizers = {}  # Finalize objects by (priority, number)
_numbers = itertools.count()
_is_exiting = False


class Finalize:
    """Calls a function once: when it is called itself, when `obj` is gone, or at the end of the process.

    At the end those with a priority are called, the highest first; those without are not.
    """

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._reference = None if obj is None else weakref.ref(obj, self)
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = exitpriority, next(_numbers)
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self, reference=None):
        if _finalizers.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        """Forget the function."""
        _finalizers.pop(self._key, None)

    def still_active(self):
        """Return whether the function is still to be called."""
        return self._key in _finalizers


def _run_finalizers(least=None):
    """Call those that have a priority of at least that."""
    while True:
        keys = [key for key in _finalizers if key[0] is not None and (least is None or key[0] >= least)]
        if not keys:
            return
        finalizer = _finalizers[max(keys)]
        try:
            finalizer()
        except Exception:
            import traceback

            traceback.print_exc()


def is_exiting():
    """Return whether the process ends."""
    return _is_exiting


def _exit_function():
    """The process ends: so do the daemons that it started, and it waits for the others."""
    global _is_exiting
    _is_exiting = True
    info("process shutting down")
    _run_finalizers(0)
    children = process.active_children()
    for child in children:
        if child.daemon:
            info("calling terminate() for daemon %s", child.name)
            child._popen.terminate()
    for child in children:
        info("calling join() for process %s", child.name)
        child.join()
    _run_finalizers()


atexit.register(_exit_function)


def _flush_std_streams():
    for stream in sys.stdout, sys.stderr:
        try:
            stream.flush()
        except (AttributeError, ValueError, OSError):
            pass
