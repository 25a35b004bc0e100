# SPDX-License-Identifier: MIT
#
# The report about a loop in which nothing can happen any more: who waits for whom.
import sys

from _asyncio import _owner, iscoroutine

from asyncio.format_helpers import _format_coroutine


def _waits_for(task):
    waiter = task._fut_waiter
    if waiter is None:
        return "nothing that the loop knows"
    if hasattr(waiter, "get_name"):
        return f"task {waiter.get_name()!r}"
    return repr(waiter)


def _place(coro):
    """What the innermost suspended coroutine of the script is, and where; what of asyncio it waits in."""
    native = None  # the first one of asyncio below it
    holder = None
    awaited = coro
    while iscoroutine(awaited):
        if getattr(awaited, "cr_code", None) is not None:
            coro, native = awaited, None
        elif native is None:
            native = awaited
        holder = getattr(_owner(awaited), "_owner_name", None)
        awaited = getattr(awaited, "cr_await", None)
    text = _format_coroutine(coro)
    if native is not None and native is not coro:
        text += f", in {native.__qualname__}()"
    if holder:
        text += f" of a lock that {holder!r} holds"
    return text


def report(loop, future):
    lines = ["The event loop has nothing left to do, but these tasks are not finished:"]
    for task in loop._unfinished_tasks():
        main = " (main)" if task is future else ""
        lines.append(f"  {task.get_name()}{main}: {_place(task.get_coro())}")
        lines.append(f"    waits for {_waits_for(task)}")
        if task._origin is not None:
            filename, line, parent = task._origin
            by = f" by {parent}" if parent is not None else ""
            lines.append(f"    created at {filename}:{line}{by}")
    print("\n".join(lines), file=sys.stderr)
