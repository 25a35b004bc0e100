import asyncio

async def work():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled inside")
        raise

async def main():
    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(task, timeout=0.01)
    except TimeoutError as error:
        print("too late", error.args, asyncio.TimeoutError is TimeoutError)
    print(task.cancelled())

asyncio.run(main())
