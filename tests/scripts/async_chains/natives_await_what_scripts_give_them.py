# asyncio's own coroutines await whatever a script hands them.
import asyncio, types

class Iterates:
    def __init__(self, values):
        self.values = values
    def __await__(self):
        for value in self.values:
            yield value
        return "iterated"

class ByHand:
    def __await__(self):
        return self
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration("by hand")

@types.coroutine
def marked():
    yield
    return "marked"

async def items():
    yield "item"

async def fails():
    await asyncio.sleep(0)
    raise KeyError("failed")

async def stops():
    raise StopIteration("stop")

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "future")
    for awaitable in (Iterates([None, None]), Iterates([]), ByHand(), marked(), items().__anext__(), items().asend(None), future,
                      asyncio.create_task(asyncio.sleep(0, "task")), asyncio.sleep(0, "sleep"), fails(), stops(), 5, None):
        try:
            print(await asyncio.wait_for(awaitable, 3))
        except Exception as error:
            print(type(error).__name__, error if not isinstance(error, TypeError) else "")
    used = asyncio.sleep(0)
    await used
    try:
        await asyncio.wait_for(used, 1)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
