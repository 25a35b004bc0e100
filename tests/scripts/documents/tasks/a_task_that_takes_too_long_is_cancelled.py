import asyncio

async def nap():
    await asyncio.sleep(60)
    return "too late"

async def main():
    task = asyncio.create_task(nap())
    waited = 0
    while not task.done():
        await asyncio.sleep(0.001)
        waited += 1
        if waited == 3:
            print("cancel:", task.cancel())
    print(waited, task.cancelled())

asyncio.run(main())
