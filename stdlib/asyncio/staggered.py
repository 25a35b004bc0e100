# SPDX-License-Identifier: MIT
#
# asyncio.staggered: attempts that start one after another and race (RFC 8305, "Happy Eyeballs").
import asyncio

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start the first attempt, and the next one whenever `delay` seconds have passed or the last one has failed.

    Returns (result of the first that succeeds, its index, [exception or None of each that was started]); when all
    fail, or there is none, result and index are None. `delay` None: an attempt starts only when the last has failed.
    Whoever is still running when the race is over, or this is cancelled, is cancelled and waited for.
    """
    loop = loop or asyncio.get_running_loop()
    attempts = list(coro_fns)
    exceptions = []
    running = {}  # task -> index
    winner = None
    try:
        while winner is None and (running or len(exceptions) < len(attempts)):
            if len(exceptions) < len(attempts):
                index = len(exceptions)
                exceptions.append(None)
                running[loop.create_task(attempts[index]())] = index
                last_failed = False
            deadline = None
            if delay is not None and len(exceptions) < len(attempts):
                deadline = loop.time() + delay
            while running and winner is None and not last_failed:
                left = None if deadline is None else max(deadline - loop.time(), 0)
                done, _ = await asyncio.wait(running, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                if not done:
                    break  # time for the next one
                for task in sorted(done, key=running.get):
                    index = running.pop(task)
                    error = exceptions[index] = _end_of(task)
                    if error is None and winner is None:
                        winner = task.result(), index
                    elif isinstance(error, (SystemExit, KeyboardInterrupt)):
                        raise error
                    last_failed |= index == len(exceptions) - 1
        return (*(winner or (None, None)), exceptions)
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        for task, index in running.items():
            exceptions[index] = _end_of(task)


def _end_of(task):
    return asyncio.CancelledError() if task.cancelled() else task.exception()
