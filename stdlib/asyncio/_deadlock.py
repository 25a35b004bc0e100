# SPDX-License-Identifier: MIT
#
# The report about a loop in which nothing can happen any more: who waits for whom. Tasks that wait at the same place
# are one entry, however many they are.
import sys

from _asyncio import Future, Task, _all_waitables, _generator_of

from asyncio.format_helpers import _format_coroutine, _part

_MOST_SHOWN = 3   # names and other things of one entry
_LONGEST_CIRCLE = 10


def _some(items, what="more"):
    """The first few of them, and how many there are besides."""
    shown = ", ".join(items[:_MOST_SHOWN])
    return shown if len(items) <= _MOST_SHOWN else f"{shown} and {len(items) - _MOST_SHOWN} {what}"


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


# --- Where a task waits -----------------------------------------------------------------------------------------------

def _chain(coro):
    """The task's coroutine, what it awaits, and so on: the innermost suspended one is the last."""
    while coro is not None:
        coro = _generator_of(coro) or coro
        yield coro
        coro = _part(coro, "await")


def _is_of_the_script(coro):
    code = _part(coro, "code")
    return code is not None and not code.co_filename.startswith("<ouro>")


def _place(task):
    """What the innermost coroutine of the script is, and where; what of asyncio it waits in."""
    chain = list(_chain(task.get_coro()))
    own = [index for index, coro in enumerate(chain) if _is_of_the_script(coro)]
    innermost = own[-1] if own else 0
    text = _format_coroutine(chain[innermost])
    inside = chain[innermost + 1:]
    if inside and hasattr(inside[0], "__qualname__"):
        text += f", in {inside[0].__qualname__}()"
    code = _part(chain[0], "code")  # none of what is native
    if innermost and code is not None and code.co_name == "<module>":
        text += f", awaited at {code.co_filename}:{_part(chain[0], 'frame').f_lineno}"
    return text


# --- What it waits for ------------------------------------------------------------------------------------------------

class _Waits:
    """What the futures stand for that tasks wait for."""

    def __init__(self, tasks):
        self.objects = {}  # by identity of the future
        self.tasks_by_name = {}
        for task in tasks:
            self.tasks_by_name.setdefault(task.get_name(), []).append(task)
        found = _all_waitables()
        self.barriers = [item for item in found if hasattr(item, "n_waiting")]
        for item in found:
            self._note(item, getattr(item, "_waiters", None))
        for item in found:  # of what lies inside of others, those are named
            for attribute in ("_getters", "_putters"):
                self._note(item, getattr(item, attribute, None))
            self._note(item, getattr(getattr(item, "_finished", None), "_waiters", None))
            completion = getattr(item, "_on_completed_fut", None)
            self._note(item, [] if completion is None else [completion])

    def _note(self, item, futures):
        for future in futures or ():
            self.objects[id(future)] = item

    def of(self, task):
        """The lock, queue, group, ... or future that it waits for; None if it waits for nothing."""
        waiter = task._fut_waiter
        item = self.objects.get(id(waiter), waiter)
        if any("Barrier.wait" == getattr(coro, "__qualname__", None) for coro in _chain(task.get_coro())):
            used = [barrier for barrier in self.barriers if barrier.n_waiting]
            return used[0] if len(used) == 1 else item
        return item

    def text(self, item):
        if item is None:
            return "nothing that the loop knows"
        if isinstance(item, Task):
            return f"task {item.get_name()!r}"
        if type(item) is Future:
            return f"<Future {item._state.lower()}>"
        children = getattr(item, "_children", None)
        if isinstance(item, Future) and children is not None:
            names = [child.get_name() if isinstance(child, Task) else _safe_repr(child)
                     for child in children if not child.done()]
            return f"gather() of {_some(names)}"
        holder = getattr(item, "_owner_name", None)
        return _safe_repr(item) + (f", held by {holder}" if holder is not None else "")

    def tasks_before(self, task):
        """The tasks that have to go on before this one can."""
        item = self.of(task)
        if isinstance(item, Task):
            return [item]
        if isinstance(item, Future):
            return [child for child in getattr(item, "_children", None) or () if isinstance(child, Task)]
        holders = self.tasks_by_name.get(getattr(item, "_owner_name", None), ())
        return list(holders) if len(holders) == 1 else []


def _circles(tasks, waits):
    """Lists of tasks each of which waits for the next, and the last for the first."""
    places = {}  # identity of a task: its index in the path, or None once it has been left
    for root in tasks:
        if id(root) in places:
            continue
        path, ahead = [root], [iter(waits.tasks_before(root))]
        places[id(root)] = 0
        while path:
            task = next(ahead[-1], None)
            if task is None:
                places[id(path.pop())] = None
                ahead.pop()
            elif id(task) not in places:
                places[id(task)] = len(path)
                path.append(task)
                ahead.append(iter(waits.tasks_before(task)))
            elif places[id(task)] is not None:
                yield path[places[id(task)]:]


def _circle_line(circle):
    names = [task.get_name() for task in circle]
    if len(names) > _LONGEST_CIRCLE:
        names[_LONGEST_CIRCLE // 2:-_LONGEST_CIRCLE // 2] = ["..."]
    return "  circle: " + " -> ".join([*names, names[0]])


# --- The report -------------------------------------------------------------------------------------------------------

def _distinct(items):
    return list({id(item): item for item in items}.values())


def _entry(place, tasks, main, waits):
    names = [task.get_name() for task in tasks]
    if len(tasks) == 1:
        yield f"  {names[0]}{' (main)' if tasks[0] is main else ''}: {place}"
    else:
        yield f"  {len(tasks)} tasks: {place}"
        yield f"    {_some(names)}"
    awaited = _distinct(waits.of(task) for task in tasks)
    texts = [waits.text(item) for item in awaited[:_MOST_SHOWN]]
    if len(awaited) > _MOST_SHOWN:
        texts.append(f"{len(awaited) - _MOST_SHOWN} others")
    for text in texts:
        yield f"    waits for {text}" if len(tasks) == 1 else f"    wait for {text}"
    for filename, line, parent in list(dict.fromkeys(task._origin for task in tasks if task._origin))[:_MOST_SHOWN]:
        yield f"    created at {filename}:{line}" + (f" by {parent}" if parent is not None else "")


def report(loop, future):
    tasks = loop._unfinished_tasks()
    waits = _Waits(tasks)
    entries = {}
    for task in tasks:
        entries.setdefault((task is future, _place(task)), []).append(task)
    lines = ["The event loop has nothing left to do, but these tasks are not finished:"]
    for (_, place), members in entries.items():
        lines += _entry(place, members, future, waits)
    lines += map(_circle_line, _circles(tasks, waits))
    if len(tasks) == 1 and ", in Event.wait()" in _place(tasks[0]):
        lines.append("  To run until Ctrl-C: await asyncio.sleep(math.inf)")
    print("\n".join(lines), file=sys.stderr)
