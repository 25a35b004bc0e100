import asyncio

async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("not now")
    return "finished all the same"

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())

asyncio.run(main())
