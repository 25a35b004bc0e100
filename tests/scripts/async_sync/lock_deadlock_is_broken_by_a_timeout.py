import asyncio

a, b = asyncio.Lock(), asyncio.Lock()

async def one():
    async with a:
        await asyncio.sleep(0)
        async with b:
            print("one has both")

async def two():
    async with b:
        await asyncio.sleep(0)
        try:
            async with asyncio.timeout(0.02):
                async with a:
                    print("two has both")
        except TimeoutError:
            print("two gives up")

async def main():
    await asyncio.gather(one(), two())
    print(a.locked(), b.locked())

asyncio.run(main())
