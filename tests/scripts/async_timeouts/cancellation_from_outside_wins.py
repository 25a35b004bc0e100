# A task that is cancelled from outside as well raises CancelledError, not TimeoutError.
import asyncio

async def work(cancel_first):
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as timeout:
            if cancel_first:
                loop.call_soon(task.cancel, "outside")
            loop.call_soon(timeout.reschedule, -1)
            if not cancel_first:
                loop.call_soon(loop.call_soon, task.cancel, "outside")
            await loop.create_future()
    finally:
        print(timeout, task.cancelling())

async def main():
    for cancel_first in (True, False):
        task = asyncio.create_task(work(cancel_first))
        try:
            await task
        except (asyncio.CancelledError, TimeoutError) as error:
            print(type(error).__name__, task.cancelled())

asyncio.run(main())
