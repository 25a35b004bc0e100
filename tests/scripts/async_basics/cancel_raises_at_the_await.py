import asyncio

async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("finally")

async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    print(task.cancel("why"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("seen", task.cancelled(), task.done())
    print(task.cancel())

asyncio.run(main())
