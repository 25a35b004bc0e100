# SPDX-License-Identifier: MIT
#
# asyncio.tasks: waiting for several awaitables (Library Reference, "Coroutines and tasks"). Most is native; what is
# here is used rarely.
from _asyncio import (
    CancelledError, Task, all_tasks, create_task, current_task, ensure_future, get_event_loop, get_running_loop,
    iscoroutine, isfuture, sleep,
)
from _asyncio_combinators import _GatheringFuture, as_completed, gather, shield, wait, wait_for

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed",
    "sleep", "gather", "shield", "ensure_future", "current_task", "all_tasks", "create_eager_task_factory",
    "eager_task_factory", "run_coroutine_threadsafe",
)

ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"


def run_coroutine_threadsafe(coro, loop):
    """From another thread: run a coroutine as a task of the loop; return a concurrent.futures.Future for it."""
    import concurrent.futures

    from asyncio.futures import _chain_future

    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def start():
        try:
            _chain_future(ensure_future(coro, loop=loop), future)
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            if not isinstance(error, Exception):
                raise

    loop.call_soon_threadsafe(start)
    return future


# --- Eager tasks ---


def create_eager_task_factory(custom_task_constructor):
    """A task factory for loops whose tasks take their first step at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
