# SPDX-License-Identifier: MIT
#
# asyncio.run() and Runner: a loop for a program, from its creation to an orderly end (Library Reference, "Runners").
from contextvars import copy_context

from _asyncio import (
    CancelledError, _get_running_loop, _unwatch_interrupts, _watch_interrupts, iscoroutine, isfuture, new_event_loop,
    set_event_loop,
)
from _asyncio_combinators import gather

__all__ = ("Runner", "run")


class Runner:
    """Owns an event loop: made by the first use, run any number of times, brought to an end by close()."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._is_closed = False

    def __enter__(self):
        self._start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def get_loop(self):
        """Return the event loop."""
        self._start()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine, or await an awaitable, on the event loop; return its result."""
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._start()
        if not iscoroutine(coro):
            if not isfuture(coro) and not hasattr(type(coro), "__await__"):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            from .tasks import _wrap_awaitable

            coro = _wrap_awaitable(coro)
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        # The first Ctrl-C from here on cancels the task, which is KeyboardInterrupt only if it ends by that.
        interrupts = 0
        _watch_interrupts(task)
        try:
            try:
                return self._loop.run_until_complete(task)
            finally:
                interrupts = _unwatch_interrupts()
        except CancelledError:
            if interrupts > 0 and hasattr(task, "uncancel") and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise

    def close(self):
        """Cancel and await all tasks, close the asynchronous generators and the event loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._loop_factory is None:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._is_closed = True

    def _start(self):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        if self._loop is not None:
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            set_event_loop(self._loop)
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()


def _cancel_all_tasks(loop):
    tasks = loop._unfinished_tasks()  # in order of creation
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine, or await an awaitable, on a new event loop; return its result."""
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)
