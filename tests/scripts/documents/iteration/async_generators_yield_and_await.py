import asyncio

async def clock(delay):
    ticks = 0
    while True:
        ticks += 1
        await asyncio.sleep(delay)
        yield ticks

async def main():
    async for tick in clock(0.001):
        print(tick)
        if tick == 3:
            break

asyncio.run(main())
