# SPDX-License-Identifier: MIT
#
# atexit: functions to be called when the program ends, the last registered first (Library Reference, atexit). The
# `ouro` command calls _run_exitfuncs.
import sys

_functions = []


def register(func, /, *args, **kwargs):
    """Call a function at the end; returns it."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Forget all registrations of a function."""
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        function, args, kwargs = _functions.pop()
        try:
            function(*args, **kwargs)
        except BaseException as error:
            from types import SimpleNamespace

            error.__traceback__ = error.__traceback__.tb_next
            sys.unraisablehook(SimpleNamespace(
                exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, object=None,
                err_msg=f"Exception ignored in atexit callback {function!r}"))
