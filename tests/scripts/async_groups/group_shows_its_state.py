# The repr of a TaskGroup.
import asyncio

async def fail():
    raise ValueError

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(group)

async def main():
    global group
    group = asyncio.TaskGroup()
    print(group, type(group).__module__, type(group).__qualname__)
    try:
        async with group:
            print(group)
            group.create_task(asyncio.sleep(0))
            print(group)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print(group)
            group.create_task(stubborn())
            group.create_task(fail())
            await asyncio.sleep(10)
    except* ValueError:
        print(group)

asyncio.run(main())
