# SPDX-License-Identifier: MIT
"""Coroutines, run by hand and without a loop: what await, async with and async for do."""


class Pause:
    """What can be awaited has __await__, whose iterator says by each item that it wants to wait."""

    def __init__(self, reason):
        self.reason = reason

    def __await__(self):
        answer = yield self.reason
        return answer


async def boil(what):
    print(f"  {what} is on")
    minutes = await Pause(f"{what} boils")
    print(f"  {what} took {minutes} minutes")
    return what


async def breakfast():
    return [await boil("the egg"), await boil("the tea")]


class Kitchen:
    async def __aenter__(self):
        await Pause("the door opens")
        return self

    async def __aexit__(self, kind, error, traceback):
        await Pause("the door closes")

    async def cups(self):
        for number in (1, 2):
            await Pause(f"cup {number} is filled")
            yield number


async def visit():
    async with Kitchen() as kitchen:
        return [cup async for cup in kitchen.cups()]


def run(coroutine):
    """Does what a loop does: lets the coroutine run, hears what it waits for, and answers."""
    answer = None
    try:
        while True:
            reason = coroutine.send(answer)
            print(f"    ({reason})")
            answer = 5
    except StopIteration as end:
        return end.value


print("A coroutine:", type(breakfast).__name__, "makes", type(coroutine := breakfast()).__name__)
print("result:", run(coroutine))
print("result:", run(visit()))
