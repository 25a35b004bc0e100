import asyncio
from collections.abc import Awaitable, Coroutine

class Own:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "own"

async def work():
    return "coroutine"

async def main():
    loop = asyncio.get_running_loop()
    made, task, future, own = work(), asyncio.create_task(work()), loop.create_future(), Own()
    future.set_result("future")
    for thing in (made, task, future, own):
        print(isinstance(thing, Awaitable), isinstance(thing, Coroutine), isinstance(thing, asyncio.Future),
              isinstance(thing, asyncio.Task), asyncio.iscoroutine(thing), asyncio.isfuture(thing), await thing)
    print(issubclass(asyncio.Task, asyncio.Future), issubclass(Coroutine, Awaitable))

asyncio.run(main())
