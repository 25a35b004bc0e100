import asyncio

async def download():
    try:
        print("begins")
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("removes what it has")
        raise
    finally:
        print("closes")

async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.exceptions.CancelledError:
        print("main knows")
    print(task.cancelled(), asyncio.exceptions.CancelledError is asyncio.CancelledError)

asyncio.run(main())
