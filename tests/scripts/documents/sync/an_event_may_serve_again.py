import asyncio

async def listener(bell):
    for number in range(2):
        await bell.wait()
        print("heard", number)
        bell.clear()

async def main():
    bell = asyncio.Event()
    task = asyncio.create_task(listener(bell))
    for _ in range(2):
        await asyncio.sleep(0)
        bell.set()
        await asyncio.sleep(0)
    await task

asyncio.run(main())
