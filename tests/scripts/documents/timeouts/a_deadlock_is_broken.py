import asyncio

async def taker(name, first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print(name, "has both")

async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.01):
            await asyncio.gather(taker("a", left, right), taker("b", right, left))
    except TimeoutError:
        print("nobody could go on", left.locked(), right.locked())

asyncio.run(main())
