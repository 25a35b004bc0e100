import asyncio

condition = asyncio.Condition()

async def consumer(n):
    async with condition:
        print(n, "waits")
        print(n, await condition.wait(), condition.locked())

async def main():
    tasks = [asyncio.create_task(consumer(n)) for n in range(4)]
    await asyncio.sleep(0)
    print(condition.locked(), repr(condition)[-23:])
    async with condition:
        condition.notify()
        print("notified one")
        await asyncio.sleep(0)
        print("which needs the lock")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
    print("notified two")
    await asyncio.wait(tasks[:3])
    async with condition:
        condition.notify_all()
    await tasks[3]

asyncio.run(main())
