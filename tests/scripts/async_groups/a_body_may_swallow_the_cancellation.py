# A body that swallows the group's own cancellation goes on until the exit.
import asyncio

async def fail():
    raise ValueError

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("swallowed", asyncio.current_task().cancelling())
            await asyncio.sleep(0)
            print("goes on")
    except* ValueError as errors:
        print(repr(errors), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise KeyError("instead")
    except* (ValueError, KeyError) as errors:
        print(repr(errors), asyncio.current_task().cancelling())

asyncio.run(main())
