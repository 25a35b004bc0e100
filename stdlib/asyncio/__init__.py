# SPDX-License-Identifier: MIT
#
# asyncio: the native parts under their public names. What is written in Python is loaded when it is first asked for, so
# that importing asyncio costs next to nothing. Names of parts that Ouro does not have (streams, subprocesses, executors)
# are absent.
from _asyncio import (
    CancelledError, Future, Handle, InvalidStateError, Task, TimerHandle, _UnixSelectorEventLoop, _get_running_loop,
    all_tasks, create_task, current_task, ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture,
    new_event_loop, set_event_loop, sleep,
)
from _asyncio_combinators import TaskGroup, Timeout, gather, timeout, timeout_at

SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
TimeoutError = TimeoutError
ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"

# Where the other names are.
_HOMES = {
    "AbstractEventLoop": "events",
    "Barrier": "locks", "BoundedSemaphore": "locks", "Condition": "locks", "Event": "locks", "Lock": "locks",
    "Semaphore": "locks",
    "BrokenBarrierError": "exceptions", "IncompleteReadError": "exceptions", "LimitOverrunError": "exceptions",
    "SendfileNotAvailableError": "exceptions",
    "LifoQueue": "queues", "PriorityQueue": "queues", "Queue": "queues", "QueueEmpty": "queues",
    "QueueFull": "queues", "QueueShutDown": "queues",
    "Runner": "runners", "run": "runners",
    "as_completed": "tasks", "create_eager_task_factory": "tasks", "eager_task_factory": "tasks", "shield": "tasks",
    "wait": "tasks", "wait_for": "tasks",
    "iscoroutinefunction": "coroutines",
}
_SUBMODULES = (
    "coroutines", "events", "exceptions", "format_helpers", "futures", "locks", "queues", "runners", "taskgroups", "tasks",
    "timeouts", "unix_events",
)

__all__ = [
    "ALL_COMPLETED", "CancelledError", "EventLoop", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Future", "Handle",
    "InvalidStateError", "SelectorEventLoop", "Task", "TaskGroup", "TimeoutError", "Timeout", "TimerHandle",
    "_get_running_loop", "all_tasks", "create_task", "current_task", "ensure_future", "gather", "get_event_loop",
    "get_running_loop", "iscoroutine", "isfuture", "new_event_loop", "set_event_loop", "sleep", "timeout",
    "timeout_at", *_HOMES,
]


def __getattr__(name):
    home = _HOMES.get(name)
    if home is not None:
        value = getattr(__import__("asyncio." + home, None, None, [name]), name)
        globals()[name] = value
        return value
    if name in _SUBMODULES:
        return __import__("asyncio." + name, None, None, ["__name__"])
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
