# Timeouts work in the cleanup of a task that was cancelled before.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print(asyncio.current_task().cancelling())
        try:
            async with asyncio.timeout(0):
                await asyncio.sleep(10)
        except TimeoutError as error:
            print(repr(error), asyncio.current_task().cancelling())

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("message")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())

asyncio.run(main())
