import asyncio

async def quits():
    raise asyncio.CancelledError

async def work():
    await asyncio.sleep(0)
    return "well"

async def main():
    async with asyncio.TaskGroup() as group:
        gone, well = group.create_task(quits()), group.create_task(work())
    print(gone.cancelled(), well.result())

asyncio.run(main())
