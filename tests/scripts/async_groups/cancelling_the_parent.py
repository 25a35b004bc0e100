# A parent that is cancelled from outside cancels and awaits the children, then CancelledError leaves.
import asyncio

events = []

async def child(name, error=None):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as cancelled:
        events.append((name, repr(cancelled)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        events.append((name, "cleaned up"))
        if error:
            raise error
        raise

async def parent(in_body, error):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("a"))
            group.create_task(child("b", error))
            if in_body:
                await asyncio.sleep(10)
    except BaseException as raised:
        print(sorted(events))
        events.clear()
        print("parent", repr(raised), asyncio.current_task().cancelling())
        if error:
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError as cancelled:
                print("then", repr(cancelled), asyncio.current_task().cancelling())
        raise

async def main():
    for in_body in (True, False):
        for error in (None, ValueError("b")):
            print(in_body, error)
            task = asyncio.create_task(parent(in_body, error))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel("message")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel("again")
            try:
                await task
            except (asyncio.CancelledError, ExceptionGroup) as raised:
                print("main", repr(raised), task.cancelled())

asyncio.run(main())
