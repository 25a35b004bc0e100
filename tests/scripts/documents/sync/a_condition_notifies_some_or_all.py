import asyncio

async def waiter(name, condition):
    async with condition:
        await condition.wait()
        print(name, "is woken", condition.locked())

async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abcd"]
    await asyncio.sleep(0)
    for wake in (condition.notify, lambda: condition.notify(2), condition.notify_all):
        async with condition:
            wake()
        for _ in range(4):
            await asyncio.sleep(0)
        print(sum(task.done() for task in tasks))

asyncio.run(main())
