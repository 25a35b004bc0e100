import asyncio

async def count():
    print("one")
    await asyncio.sleep(0.001)
    print("two")

async def main():
    await asyncio.gather(count(), count())

asyncio.run(main())
