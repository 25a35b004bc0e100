# SPDX-License-Identifier: MIT
"""Tasks: coroutines that run beside each other, and ways to wait for several."""

import asyncio


async def boil(what, minutes):
    print(f"  {what} is on")
    await asyncio.sleep(minutes / 20)
    print(f"  {what} is done")
    return f"{what} ({minutes})"


async def burn():
    raise ValueError("burnt")


async def main():
    print("One after the other:")
    await boil("egg", 2)
    await boil("tea", 1)

    print("Beside each other:")
    egg = asyncio.create_task(boil("egg", 2), name="the egg task")
    tea = asyncio.create_task(boil("tea", 1))
    print("  both made, none has begun;", egg.get_name(), "is done:", egg.done())
    print(" ", await egg, "and", await tea, "- done:", egg.done())

    print("gather:", await asyncio.gather(boil("rice", 2), boil("peas", 1)))

    print("as_completed:")
    tasks = [asyncio.create_task(boil("soup", 2)), asyncio.create_task(boil("milk", 1))]
    async for task in asyncio.as_completed(tasks):
        print("  next:", task.result())

    print("wait:")
    tasks = [asyncio.create_task(boil("cake", 2)), asyncio.create_task(boil("toast", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("  first:", done.pop().result(), "- still running:", len(pending))
    await tasks[0]

    print("A task that fails:")
    task = asyncio.create_task(burn())
    try:
        await task
    except ValueError as error:
        print("  await raises", repr(error), "- exception():", repr(task.exception()))


asyncio.run(main())
