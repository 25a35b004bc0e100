# no-stress: deep
import asyncio, sys

sys.setrecursionlimit(100_000)

async def nested(depth, log):
    try:
        if depth == 0:
            for _ in range(1000):  # each switch is flat
                await asyncio.sleep(0)
            return "deep"
        return await asyncio.wait_for(nested(depth - 1, log), None)
    finally:
        if depth % 2500 == 0:
            log.append(depth)

async def main():
    log = []
    print(await nested(10_000, log), log)
    log = []
    task = asyncio.create_task(nested(10_000, log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", log)

asyncio.run(main())
