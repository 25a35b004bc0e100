# SPDX-License-Identifier: MIT
#
# How callbacks and coroutines are shown in the reprs of handles, futures and tasks, and in reports.
import functools
import inspect
import linecache
import reprlib
import sys
import traceback


def _get_function_source(func):
    """(file name, first line) of a Python function, also behind partials and wrappers; None for others."""
    func = inspect.unwrap(func)
    while isinstance(func, functools.partial):
        func = func.func
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    return None


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    """"(1, k=2)"; "()" outside debug mode, as arguments may be secrets."""
    if not debug:
        return "()"
    items = [reprlib.repr(arg) for arg in args or ()]
    items += [f"{key}={reprlib.repr(value)}" for key, value in (kwargs or {}).items()]
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + suffix


def _format_callback_source(func, args, debug=False):
    """"f() at FILE:LINE"."""
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text


def _part(coro, name):
    """cr_NAME of coroutines, gi_NAME of generators that play them, ag_NAME of async generators inside of them."""
    for prefix in ("cr_", "gi_", "ag_"):
        if hasattr(coro, prefix + name):
            return getattr(coro, prefix + name)
    return None


def _format_coroutine(coro):
    """"f() running at FILE:LINE" or "f() done, defined at FILE:LINE"."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name or f'<{type(coro).__name__} without __name__>'}()"
    code = _part(coro, "code")
    if not code:
        return f"{name} running" if _part(coro, "running") else name
    frame = _part(coro, "frame")
    if frame:
        return f"{name} running at {code.co_filename}:{frame.f_lineno}"
    return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"


def _task_get_stack(task, limit):
    """The frames of a suspended task's coroutine, or those of the traceback of a failed one."""
    frame = _part(task.get_coro(), "frame")
    if frame is not None:
        return [frame] if limit is None or limit > 0 else []
    frames = []
    exception = task._exception
    entry = exception.__traceback__ if exception is not None else None
    while entry is not None and (limit is None or len(frames) < limit):
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    return frames


def _task_print_stack(task, limit, file):
    file = sys.stderr if file is None else file
    entries = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        line = linecache._line_of_code(code, frame.f_lineno)
        entries.append((code.co_filename, frame.f_lineno, code.co_name, line))
    exception = task._exception
    if not entries:
        print(f"No stack for {task!r}", file=file)
    elif exception is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    for filename, lineno, name, line in entries:
        print(f'  File "{filename}", line {lineno}, in {name}', file=file)
        if line.strip():
            print(f"    {line.strip()}", file=file)
    if exception is not None:
        for text in traceback.format_exception_only(type(exception), exception):
            print(text, file=file, end="")
