# What gather does not do by itself: cancel the rest when one has failed.
import asyncio

async def work(name, turns, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if error:
            raise error
        return name
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise

async def main():
    tasks = [asyncio.create_task(work("quick", 1)), asyncio.create_task(work("bad", 2, ValueError("bad"))),
             asyncio.create_task(work("slow", 50)), asyncio.create_task(work("slower", 60))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        print("stopping because of", error)
        for task in tasks:
            if not task.done():
                task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        print(repr(result))

asyncio.run(main())
