# With return_exceptions=True exceptions stand in the list, CancelledError too.
import asyncio

async def fail(error):
    await asyncio.sleep(0)
    raise error

async def main():
    error = ValueError("bad")
    task = asyncio.create_task(asyncio.sleep(10))
    early = asyncio.create_task(asyncio.sleep(10))
    early.cancel("too early")
    future = asyncio.get_running_loop().create_future()
    gathering = asyncio.gather(fail(error), asyncio.sleep(0, "fine"), task, future, early, return_exceptions=True)
    await asyncio.sleep(0)
    task.cancel("message of the task")
    future.cancel("message of the future")
    results = await gathering
    print(results, results[0] is error)
    print([type(result).__name__ for result in results], gathering.cancelled())

asyncio.run(main())
