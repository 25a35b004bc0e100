import asyncio

async def late(delay, name):
    await asyncio.sleep(delay)
    print(name)
    return name

async def main():
    print(await asyncio.gather(late(0.03, "third"), late(0.01, "first"), late(0.02, "second")))

asyncio.run(main())
