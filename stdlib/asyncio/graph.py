# SPDX-License-Identifier: MIT
#
# asyncio.graph: who waits for whom, from a task to those who wait for it. Library Reference, "Call Graph
# Introspection".
import dataclasses
import sys
import types

from _asyncio import Future, Task, _get_running_loop, current_task

__all__ = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph")


@dataclasses.dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    frame: types.FrameType


@dataclasses.dataclass(frozen=True, slots=True)
class FutureCallGraph:
    future: Future
    call_stack: tuple[FrameCallGraphEntry, ...]
    awaited_by: tuple["FutureCallGraph", ...]


def _check_future(future):
    if not isinstance(future, Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _frames_of_task(future):
    """The frames of a task that does not run, the innermost first."""
    coro = future.get_coro() if hasattr(future, "get_coro") else None
    frames = []
    while coro is not None:
        frame = getattr(coro, "cr_frame", None) or getattr(coro, "ag_frame", None)
        if frame is not None:  # natives have none
            frames.append(frame)
        coro = getattr(coro, "cr_await", None) or getattr(coro, "ag_await", None)
    return frames[::-1]


def _frames_of_caller(depth):
    """The frames of the running task, the innermost first."""
    frames = []
    frame = sys._getframe(depth)
    while frame is not None:
        frames.append(frame)
        if frame.f_generator is not None and frame.f_back is not None and frame.f_back.f_generator is None:
            break  # behind it is what runs the task
        frame = frame.f_back
    return frames


def _limited(frames, limit):
    """The outermost ones for a positive limit, the innermost ones for a negative one; all for None."""
    if limit is None:
        return frames
    return frames[:-limit] if limit <= 0 else frames[-limit:]


def _graph(future, frames, limit):
    parents = future._asyncio_awaited_by or ()
    return FutureCallGraph(
        future, tuple(FrameCallGraphEntry(frame) for frame in frames),
        tuple(_graph_of_waiting(parent, limit) for parent in parents))


def _graph_of_waiting(future, limit):
    return _graph(future, _limited(_frames_of_task(future), limit), limit)


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The FutureCallGraph of a future or task, by default of the current task; None when there is none.

    Of the current task `depth` frames are left out. `limit` shortens each call stack: positive to that many of its
    outermost entries, negative to the innermost ones; 0 leaves all of them out.
    """
    loop = _get_running_loop()
    if future is None and loop is None:
        raise RuntimeError("capture_call_graph() is called outside of a running event loop and no *future* to "
                           "introspect was provided")
    running = None if loop is None else current_task(loop)
    if future is None:
        future = running
    if future is None:
        return None
    _check_future(future)
    if future is not running:
        return _graph_of_waiting(future, limit)
    return _graph(future, _limited(_frames_of_caller(depth + 1), limit), limit)


def _line_of(frame):
    coro = frame.f_generator
    kind, code = "", frame.f_code
    for prefix, word in ("cr", "async "), ("ag", "async generator "), ("gi", "generator "):
        if hasattr(coro, prefix + "_code"):
            kind, code = word, getattr(coro, prefix + "_code")
            break
    return f"  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in {kind}{code.co_qualname}()"


def _lines(graph, level):
    kind = f"Task(name={graph.future.get_name()!r}, " if isinstance(graph.future, Task) else "Future("
    lines = [f"* {kind}id={id(graph.future):#x})"]
    if graph.call_stack:
        lines.append("  + Call stack:")
        lines += [_line_of(entry.frame) for entry in graph.call_stack]
    if graph.awaited_by:
        lines.append("  + Awaited by:")
    yield from ("    " * level + line for line in lines)
    for parent in graph.awaited_by:
        yield from _lines(parent, level + 1)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph as text; empty when there is no current task."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_lines(graph, 0))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Print the call graph."""
    print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
