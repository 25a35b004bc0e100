import asyncio

async def work():
    await asyncio.sleep(0)
    return "in time"

async def main():
    print(await asyncio.wait_for(work(), timeout=10))
    print(await asyncio.wait_for(asyncio.create_task(work()), 10))
    print(await asyncio.wait_for(work(), None))

asyncio.run(main())
