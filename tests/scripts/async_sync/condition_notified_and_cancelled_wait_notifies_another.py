import asyncio

condition = asyncio.Condition()

async def waiter(name):
    try:
        async with condition:
            await condition.wait()
            print(name, "goes on")
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    tasks = [asyncio.create_task(waiter(name)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    tasks[0].cancel()
    await asyncio.wait(tasks[:2])
    print(tasks[2].done(), repr(condition)[-21:])
    async with condition:
        condition.notify()
    await tasks[2]
    # A wait that was not notified passes nothing on that it had, but wakes somebody all the same.
    tasks = [asyncio.create_task(waiter(name)) for name in "de"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.wait(tasks)

asyncio.run(main())
