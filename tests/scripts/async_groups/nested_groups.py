# Groups in groups nest their exception groups; a parent's cancellation reaches all levels.
import asyncio

async def fail(error):
    await asyncio.sleep(0)
    raise error

async def level(name, error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(error), name=name)
            await asyncio.sleep(10)
    finally:
        print("left", name, asyncio.current_task().cancelling())

async def sleepers(depth):
    async with asyncio.TaskGroup() as group:
        if depth:
            group.create_task(sleepers(depth - 1))
        try:
            await asyncio.sleep(10)
        finally:
            print("sleeper", depth)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(level("a", ValueError(1)))
            group.create_task(level("b", KeyError(2)))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(asyncio.sleep(10))
    except* ValueError as errors:
        print(repr(errors))
    except* KeyError as errors:
        print(repr(errors))
    task = asyncio.create_task(sleepers(3))
    for _ in range(6):
        await asyncio.sleep(0)
    task.cancel("message")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))

asyncio.run(main())
