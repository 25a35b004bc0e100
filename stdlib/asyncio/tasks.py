# SPDX-License-Identifier: MIT
#
# asyncio.tasks: waiting for several awaitables (Library Reference, "Coroutines and tasks"). gather() is native; what is
# here awaits in the caller's own task or is used rarely.
from _asyncio import (
    CancelledError, Task, all_tasks, create_task, current_task, ensure_future, get_event_loop, get_running_loop,
    iscoroutine, isfuture, sleep,
)
from _asyncio_combinators import _GatheringFuture, gather, timeout as _timeout

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed",
    "sleep", "gather", "shield", "ensure_future", "current_task", "all_tasks", "create_eager_task_factory",
    "eager_task_factory",
)

ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"


def _set_done(future):
    """Ends a future that stands for no value, unless it has ended already."""
    if not future.done():
        future.set_result(None)


async def _wrap_awaitable(awaitable):
    """What ensure_future() makes a task of when it gets an awaitable that is no coroutine."""
    return await awaitable


def _failed(future):
    return not future.cancelled() and future.exception() is not None


# --- wait ---


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures or tasks of an iterable; return two sets of them, (done, pending)."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures = set(fs)
    for future in futures:
        if iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(futures, timeout, return_when, get_running_loop())


async def _wait(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    left = len(futures)

    def child_done(future):
        nonlocal left
        left -= 1
        if left > 0 and return_when == ALL_COMPLETED:
            return
        if left <= 0 or return_when == FIRST_COMPLETED or _failed(future):
            _set_done(waiter)

    timer = None if timeout is None else loop.call_later(timeout, _set_done, waiter)
    for future in futures:
        future.add_done_callback(child_done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in futures:
            future.remove_done_callback(child_done)
    done = {future for future in futures if future.done()}
    return done, futures - done


# --- wait_for ---


async def wait_for(fut, timeout):
    """Wait for one awaitable, which is cancelled when `timeout` seconds are over: TimeoutError."""
    if timeout is not None and timeout <= 0:
        return await _without_waiting(ensure_future(fut))
    async with _timeout(timeout):
        return await fut


async def _without_waiting(future):
    """The result of a future that is done; others are cancelled and raise TimeoutError, or win by swallowing that."""
    if future.done():
        return future.result()
    waiter = get_running_loop().create_future()

    def release(_):
        _set_done(waiter)

    # It is not awaited itself: a cancellation of this task would end the wait too early.
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError from error


# --- as_completed ---


class _AsCompletedIterator:
    """Both an iterator of coroutines, each for the result of the next future to end, and an asynchronous iterator of the
    futures as they end."""

    def __init__(self, aws, timeout):
        from .queues import Queue

        loop = get_event_loop()
        self._ended = Queue()  # futures; None for each one that is too late
        self._running = {}
        for awaitable in dict.fromkeys(aws):
            self._running[ensure_future(awaitable, loop=loop)] = True
        self._left = len(self._running)
        self._timer = None
        for future in self._running:
            future.add_done_callback(self._child_done)
        if self._running and timeout is not None:
            self._timer = loop.call_later(timeout, self._time_is_up)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _child_done(self, future):
        if future not in self._running:
            return
        del self._running[future]
        self._ended.put_nowait(future)
        if not self._running and self._timer is not None:
            self._timer.cancel()

    def _time_is_up(self):
        late, self._running = self._running, {}
        for future in late:
            future.remove_done_callback(self._child_done)
            self._ended.put_nowait(None)

    async def _wait_for_one(self, resolve=False):
        future = await self._ended.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def _is_awaitable(value):
    return isfuture(value) or iscoroutine(value) or hasattr(type(value), "__await__")


def as_completed(fs, *, timeout=None):
    """Run awaitables concurrently; iterate over their results, or futures, in the order in which they end."""
    if _is_awaitable(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


# --- shield ---


def _report_failure(future):
    """The callback of a future whose shield was cancelled: nobody else may learn of its exception."""
    if not _failed(future):
        return
    exception = future.exception()
    future.get_loop().call_exception_handler({
        "message": f"{type(exception).__name__} exception in shielded future",
        "exception": exception,
        "future": future,
    })


def shield(arg):
    """A future that ends as `arg` does, but whose cancellation leaves `arg` running."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif (exception := inner.exception()) is not None:
            outer.set_exception(exception)
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if inner.done():
            return
        inner.remove_done_callback(inner_done)
        inner.remove_done_callback(_report_failure)  # of another shield
        inner.add_done_callback(_report_failure)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


# --- Eager tasks ---


def create_eager_task_factory(custom_task_constructor):
    """A task factory for loops whose tasks take their first step at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
