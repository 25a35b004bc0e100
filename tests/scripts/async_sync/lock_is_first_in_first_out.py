import asyncio

lock = asyncio.Lock()
ticks = 0

async def count():
    global ticks
    while True:
        await asyncio.sleep(0)
        ticks += 1

async def worker(n):
    async with lock:
        print("worker", n, "in tick", ticks)

async def main():
    counter = asyncio.create_task(count())
    await lock.acquire()
    workers = [asyncio.create_task(worker(n)) for n in range(4)]
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(*workers)
    counter.cancel()

asyncio.run(main())
