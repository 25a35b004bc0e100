# Children that cancel themselves, the group's body or each other.
import asyncio

async def cancels_itself():
    asyncio.current_task().cancel("itself")
    await asyncio.sleep(0)

async def cancels(task, message):
    task.cancel(message)

async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, repr(error))
        raise

async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(cancels_itself())
        task = group.create_task(sleeper("sleeper"))
        group.create_task(cancels(task, "sibling"))
    print("nothing failed")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(cancels(asyncio.current_task(), "parent"))
            group.create_task(sleeper("other"))
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling())
        raise

async def main():
    task = asyncio.create_task(parent())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())

asyncio.run(main())
