# SPDX-License-Identifier: MIT
#
# asyncio.futures, and how futures of threads become futures of a loop.
import concurrent.futures

from _asyncio import CancelledError, Future, InvalidStateError, get_event_loop, isfuture

__all__ = ("Future", "wrap_future", "isfuture")

_OURS = {
    concurrent.futures.CancelledError: CancelledError,
    concurrent.futures.InvalidStateError: InvalidStateError,
}


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _translated(exception):
    ours = _OURS.get(type(exception))
    return ours(*exception.args).with_traceback(exception.__traceback__) if ours else exception


def _copy_outcome(source, target):
    """`source`, of a thread or of a loop, is done: so is `target`."""
    if target.done():
        return
    if source.cancelled():
        target.cancel()
        if isinstance(target, concurrent.futures.Future):
            target.set_running_or_notify_cancel()
        return
    if isinstance(target, concurrent.futures.Future) and not target.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is None:
        target.set_result(source.result())
    else:
        target.set_exception(_translated(exception))


def wrap_future_on(source, loop):
    """A future of the loop that ends as the concurrent.futures.Future does; its cancellation cancels that."""
    target = loop.create_future()

    def source_is_done(source):
        if loop.is_closed() and target.cancelled():
            return
        loop.call_soon_threadsafe(_copy_outcome, source, target)

    def target_is_done(target):
        if target.cancelled():
            source.cancel()

    target.add_done_callback(target_is_done)
    source.add_done_callback(source_is_done)
    return target


def wrap_future(future, *, loop=None):
    """An asyncio future for a concurrent.futures.Future."""
    if isfuture(future):
        return future
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    return wrap_future_on(future, get_event_loop() if loop is None else loop)


def _chain_future(source, target):
    """`target`, a concurrent.futures.Future, ends as `source` of a loop does; its cancellation cancels that."""
    loop = source.get_loop()

    def target_is_done(target):
        if target.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(source.cancel)

    source.add_done_callback(lambda source: _copy_outcome(source, target))
    target.add_done_callback(target_is_done)
