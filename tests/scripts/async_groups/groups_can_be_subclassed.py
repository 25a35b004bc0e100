# Subclasses of TaskGroup with methods, attributes and an own __init__.
import asyncio

class Pool(asyncio.TaskGroup):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit
        self.made = []

    def create_task(self, coroutine, **options):
        task = super().create_task(coroutine, **options)
        self.made.append(task)
        return task

    async def __aexit__(self, *details):
        print("leaving", details[0])
        return await super().__aexit__(*details)

    def __repr__(self):
        return f"<Pool of {self.limit}>"

async def work(number):
    await asyncio.sleep(0)
    return number

async def main():
    async with Pool(3) as pool:
        for number in range(pool.limit):
            pool.create_task(work(number), name=f"work {number}")
    print([task.result() for task in pool.made], pool)
    try:
        pool.create_task(coroutine := work(1))
    except RuntimeError as error:
        print(error)
    try:
        asyncio.TaskGroup(5)
    except TypeError:
        print("TypeError")

asyncio.run(main())
