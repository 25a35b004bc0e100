import asyncio

async def work(name, lock):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[work(n, lock) for n in "abc"])
    print(lock.locked())

asyncio.run(main())
