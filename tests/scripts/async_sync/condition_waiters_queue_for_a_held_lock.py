# Who notifies keeps the lock for a while: the waiters are woken, and stand in line for it.
import asyncio

condition = asyncio.Condition()
value = 0

async def wait(name):
    async with condition:
        try:
            print(name, "waited", await condition.wait())
        except asyncio.CancelledError as error:
            print(name, repr(error), repr(error.__context__), condition.locked())
            raise

async def wait_for(name, least):
    def is_enough():
        print(name, "asks", value)
        return value >= least and f"{value} of {least}"
    async with condition:
        print(name, await condition.wait_for(is_enough))

async def fail(name):
    async with condition:
        await condition.wait_for(lambda: value and 1 / 0)

def show(tasks):
    print([task.done() for task in tasks], len(condition._waiters), condition.locked())

async def main():
    global value
    jobs = [wait("a"), wait_for("b", 1), wait_for("c", 2), fail("d"), wait("e"), wait_for("f", 3), wait_for("g", 1)]
    tasks = [asyncio.create_task(job) for job in jobs]
    await asyncio.sleep(0)
    show(tasks)
    for round in range(3):
        async with condition:
            value += 1
            condition.notify_all()
            for _ in range(3):
                await asyncio.sleep(0)
            show(tasks)
            if round == 0:
                print(tasks[4].cancel("e"), tasks[6].cancel("g"))
        for _ in range(10):
            await asyncio.sleep(0)
        show(tasks)
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
