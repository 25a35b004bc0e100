# Those that were not in time still run, until somebody cancels them.
import asyncio

async def work(seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error

async def main():
    tasks = [asyncio.create_task(work(*args)) for args in ((0,), (0, ValueError("bad")), (0,), (60,))]
    tasks[2].cancel()
    try:
        async for task in asyncio.as_completed(fs=tasks, timeout=0.02):
            try:
                await task
            except asyncio.exceptions.CancelledError:
                print(tasks.index(task), "was cancelled")
            except Exception as error:
                print(tasks.index(task), "has failed:", error)
            else:
                print(tasks.index(task), "is well")
    except TimeoutError:
        print("out of time")
        for task in tasks:
            if not task.done():
                print(tasks.index(task), "was not ready", task.cancel())

asyncio.run(main())
