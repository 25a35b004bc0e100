import asyncio

class Stuck(asyncio.Lock):
    def release(self):
        raise KeyError("release")

class Nosy(asyncio.Lock):
    def release(self):
        print("waiters", len(self.condition._waiters))
        super().release()

async def main():
    condition = asyncio.Condition(Stuck())
    await condition.acquire()
    for wait in condition.wait(), condition.wait_for(lambda: False):
        try:
            await wait
        except KeyError as error:
            print(repr(error), repr(error.__context__), len(condition._waiters), condition.locked())
    lock = Nosy()
    lock.condition = condition = asyncio.Condition(lock)
    await condition.acquire()
    wait = condition.wait()
    print(wait.send(None).done(), len(condition._waiters), condition.locked())
    wait.close()
    print(len(condition._waiters), condition.locked())

asyncio.run(main())
