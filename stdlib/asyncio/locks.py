# SPDX-License-Identifier: MIT
"""Synchronisation primitives. All but Barrier are native (lock.cpp, event.cpp, condition.cpp, semaphore.cpp); the coroutines
here with an underscore do their work where a subclass or a lock of another kind has methods of its own."""

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")

from _asyncio import BoundedSemaphore, BrokenBarrierError, CancelledError, Condition, Event, Lock, Semaphore


async def _enter(lock):
    await lock.acquire()


async def _condition_wait(condition):
    if not condition.locked():
        raise RuntimeError("cannot wait on un-acquired lock")
    waiters = condition._waiters
    waiter = condition._get_loop().create_future()
    condition.release()
    try:
        try:
            waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                waiters.remove(waiter)
        finally:
            await _take_again(condition)
    except BaseException:
        # It may have been notified: somebody else has to go on in its place.
        condition._notify(1)
        raise


async def _take_again(condition):
    """Acquires the lock whatever happens; a cancellation meanwhile is raised afterwards."""
    cancelled = None
    while True:
        try:
            await condition.acquire()
            break
        except CancelledError as error:
            cancelled = error
    if cancelled is not None:
        try:
            raise cancelled
        finally:
            cancelled = None  # no cycle through this frame


async def _condition_wait_for(condition, predicate):
    result = predicate()
    while not result:
        await condition.wait()
        result = predicate()
    return result


class Barrier:
    """Lets tasks go on once a number of them has arrived, again and again.

    It fills until the last one arrives, then drains; who arrives meanwhile waits for the next round. reset() makes it
    drain with BrokenBarrierError, abort() breaks it until a reset().
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()  # notified of every change of state
        self._parties = parties
        self._state = "filling"  # or draining, resetting, broken
        self._count = 0  # tasks inside

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{super().__repr__()[1:-1]} [{state}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Wait until all parties have arrived; return the number of those that came earlier."""
        condition = self._cond
        async with condition:
            await condition.wait_for(self._is_open)
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._state = "draining"
                    condition.notify_all()
                else:
                    await condition.wait_for(self._is_released)
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    condition.notify_all()

    def _is_open(self):
        return self._state not in ("draining", "resetting")

    def _is_released(self):
        return self._state != "filling"

    async def reset(self):
        """Empty the barrier: whoever waits gets BrokenBarrierError."""
        async with self._cond:
            self._state = "resetting" if self._count > 0 else "filling"
            self._cond.notify_all()

    async def abort(self):
        """Break the barrier: whoever waits or will wait gets BrokenBarrierError."""
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        """Number of tasks that the barrier waits for."""
        return self._parties

    @property
    def n_waiting(self):
        """Number of tasks that have arrived in this round."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """True after abort()."""
        return self._state == "broken"
