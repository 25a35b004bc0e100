import asyncio

async def party(barrier, name):
    index = await barrier.wait()
    print(name, index)

async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(*[party(barrier, name) for name in "abcdef"])

asyncio.run(main())
