# Cancelling the outer future, or the task that awaits it, cancels every unfinished child.
import asyncio

async def child(name, swallows):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, repr(error))
        await asyncio.sleep(0)
        if not swallows:
            raise
        return name

async def parent(swallows, return_exceptions):
    future = asyncio.gather(child("a", swallows), child("b", swallows), return_exceptions=return_exceptions)
    try:
        print(await future)
    except asyncio.CancelledError as error:
        print("parent", repr(error), future.done(), future.cancelled(), future)
        raise

async def main():
    for swallows in (False, True):
        for return_exceptions in (False, True):
            print(swallows, return_exceptions)
            task = asyncio.create_task(parent(swallows, return_exceptions))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel("message")
            try:
                await task
            except asyncio.CancelledError as error:
                print("main", repr(error), task.cancelled())
    future = asyncio.gather(child("c", True), child("d", False))
    await asyncio.sleep(0)
    print(future.cancel(), future.cancel(msg="again"), future)
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error), future.cancelled())

asyncio.run(main())
