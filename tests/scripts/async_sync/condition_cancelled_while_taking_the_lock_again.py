import asyncio

condition = asyncio.Condition()

async def waiter():
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            print("cancelled", error.args, condition.locked(), repr(error.__context__))
    print("left")

async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify()
    await asyncio.sleep(0)
    task.cancel("one")
    await asyncio.sleep(0)
    task.cancel("two")
    await asyncio.sleep(0)
    print(task.done())
    condition.release()
    await task
    print(condition.locked())

asyncio.run(main())
