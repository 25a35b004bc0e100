import asyncio

async def work(n):
    await asyncio.sleep(0)
    return n

async def main():
    results = await asyncio.gather(*(work(n) for n in range(10_000)))
    print(len(results), sum(results))

asyncio.run(main())
