import asyncio

class Mine(asyncio.Condition):
    def locked(self):
        return "never called"
    def notify(self, n=1):
        print("notify", n)
        super().notify(n)
    async def wait(self):
        print("wait")
        return await super().wait()

async def main():
    condition = Mine()
    print(condition.locked(), await condition.acquire(), condition.locked())
    condition.release()
    async def waiter():
        async with condition:
            await condition.wait_for(lambda: ready)
            print("ready")
    ready = False
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        ready = True
        condition.notify_all()
    await task

asyncio.run(main())
