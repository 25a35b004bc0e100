# SPDX-License-Identifier: MIT
"""Task groups: no task outlives the block that it was started in, and no error is lost."""

import asyncio


async def fetch(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"  {name} is cancelled")
        raise
    print(f"  {name} is here")
    return name.upper()


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    print("All goes well:")
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(name, delay)) for name, delay in (("slow", 0.1), ("fast", 0.05))]
        print("  the block ends, the group waits")
    print(" ", [task.result() for task in tasks])

    print("One fails:")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("slow", 10))
            group.create_task(fetch("fast", 0.05))
            group.create_task(fail(0.1, ValueError("no such page")))
            await fetch("the block itself", 10)
    except* ValueError as errors:
        print("  caught", errors.exceptions)

    print("gather lets the others run on:")
    slow = asyncio.create_task(fetch("slow", 0.1))
    try:
        await asyncio.gather(slow, fail(0.05, ValueError("no such page")))
    except ValueError as error:
        print("  caught", repr(error), "- slow is done:", slow.done())
    await slow
    print(" ", await asyncio.gather(fetch("one", 0), fail(0, KeyError("two")), return_exceptions=True))


asyncio.run(main())
