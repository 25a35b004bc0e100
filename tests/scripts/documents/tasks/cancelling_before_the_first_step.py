import asyncio

async def work():
    print("never begins")

async def main():
    task = asyncio.create_task(work())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())

asyncio.run(main())
