import asyncio

class Counting(asyncio.Condition):
    waits = 0

    async def wait(self):
        self.waits += 1
        result = await super().wait()
        print("woken", self.waits)
        return result

class Giving(asyncio.Condition):
    def wait(self):
        return asyncio.sleep(0, "not waited")

class Failing(asyncio.Condition):
    def wait(self):
        raise KeyError("wait")

class Bad(asyncio.Condition):
    def wait(self):
        return 5

async def waiter(condition, values):
    async with condition:
        try:
            return await condition.wait_for(lambda: values.pop())
        except Exception as error:
            return type(error), repr(error.__context__)

async def main():
    counting = Counting()
    task = asyncio.create_task(waiter(counting, ["third", 0, 0]))
    for _ in range(4):
        await asyncio.sleep(0)
        async with counting:
            counting.notify()
    print(await task, counting.waits)
    for kind in Giving, Failing, Bad:
        print(await waiter(kind(), ["second", 0]))
    counting.wait = Giving().wait # the instance's own
    print(await waiter(counting, ["fourth", 0, 0, 0]), counting.waits)
    task = asyncio.create_task(waiter(Counting(), [0]))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__context__))

asyncio.run(main())
