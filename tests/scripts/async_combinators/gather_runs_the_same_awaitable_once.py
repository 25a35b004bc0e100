# The same awaitable given twice runs once and counts twice; equal awaitables are the same.
import asyncio

async def work(name):
    print("runs", name)
    await asyncio.sleep(0)
    return name

class Request:
    def __init__(self, name):
        self.name = name
    def __eq__(self, other):
        return isinstance(other, Request) and self.name == other.name
    def __hash__(self):
        return hash(self.name)
    def __await__(self):
        return work(self.name).__await__()

async def main():
    coroutine = work("coroutine")
    task = asyncio.create_task(work("task"))
    print(await asyncio.gather(coroutine, task, coroutine, task))
    print(await asyncio.gather(Request("a"), Request("b"), Request("a")))
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    print(await asyncio.gather(future, future, asyncio.sleep(0, "native"), *[task] * 3))

asyncio.run(main())
