import asyncio

async def work(n):
    await asyncio.sleep(0)
    return n

async def main():
    first, second = asyncio.gather(work(1), work(2)), asyncio.gather(work(3))
    print(asyncio.isfuture(first), asyncio.iscoroutine(first))
    print(await asyncio.gather(first, second, work(4)))

asyncio.run(main())
