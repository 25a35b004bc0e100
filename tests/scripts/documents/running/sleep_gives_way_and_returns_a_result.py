import asyncio

async def walker(name):
    for step in range(3):
        print(name, step)
        await asyncio.sleep(0)

async def main():
    print(await asyncio.sleep(0, result="rested"), await asyncio.sleep(0.001, "again"), await asyncio.sleep(0.001))
    await asyncio.gather(walker("left"), walker("right"))

asyncio.run(main())
