import asyncio

async def slow(name):
    try:
        await asyncio.sleep(60)
        print("never")
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise

async def main():
    tasks = [asyncio.create_task(slow(name)) for name in "ab"]
    await asyncio.sleep(0)
    print("main ends")
    return tasks

print([task.cancelled() for task in asyncio.run(main())])
