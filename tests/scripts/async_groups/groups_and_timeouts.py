# A timeout around a group, around one whose cleanup fails, and inside one.
import asyncio

async def child(error=None):
    try:
        await asyncio.sleep(10)
    finally:
        if error:
            raise error

async def around(error):
    async with asyncio.timeout(0.01):
        async with asyncio.TaskGroup() as group:
            group.create_task(child(error))
            await asyncio.sleep(10)

async def inside():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)

async def main():
    for coroutine in (around(None), around(ValueError("cleanup")), inside()):
        try:
            await coroutine
        except Exception as error:
            print(repr(error), asyncio.current_task().cancelling())
        await asyncio.sleep(0)

asyncio.run(main())
