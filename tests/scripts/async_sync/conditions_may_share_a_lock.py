import asyncio

async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
    async def wait(condition, name):
        async with condition:
            await condition.wait()
            print(name)
    tasks = [asyncio.create_task(wait(full, "full")), asyncio.create_task(wait(empty, "empty"))]
    await asyncio.sleep(0)
    async with lock:
        print(full.locked(), empty.locked())
        empty.notify()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with full:
        full.notify()
    await asyncio.gather(*tasks)

asyncio.run(main())
