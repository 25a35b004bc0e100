import asyncio

class Tracing:
    def __init__(self):
        self.lock = asyncio.Lock()
    async def acquire(self):
        print("acquire")
        await asyncio.sleep(0)
        return await self.lock.acquire()
    def release(self):
        print("release")
        self.lock.release()
    def locked(self):
        return self.lock.locked()

async def main():
    condition = asyncio.Condition(Tracing())
    async def waiter():
        async with condition:
            print(await condition.wait_for(lambda: done))
    done = False
    task = asyncio.create_task(waiter())
    for _ in range(3):
        await asyncio.sleep(0)
    async with condition:
        done = "done"
        condition.notify_all()
        print(repr(condition)[-21:])
    await task
    for wrong in 5, "lock":
        try:
            asyncio.Condition(wrong)
        except AttributeError as error:
            print(error)

asyncio.run(main())
