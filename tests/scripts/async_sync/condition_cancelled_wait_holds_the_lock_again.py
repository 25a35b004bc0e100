import asyncio

condition = asyncio.Condition()

async def waiter(name):
    async with condition:
        try:
            await condition.wait()
            print(name, "notified")
        except asyncio.CancelledError as error:
            print(name, "cancelled", error.args, condition.locked())
            raise

async def main():
    task = asyncio.create_task(waiter("a"))
    await asyncio.sleep(0)
    await condition.acquire()
    task.cancel("first")
    for _ in range(3):
        await asyncio.sleep(0)
    print(task.done(), "it needs the lock first")
    task.cancel("second")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), "still")
    condition.release()
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked())

asyncio.run(main())
