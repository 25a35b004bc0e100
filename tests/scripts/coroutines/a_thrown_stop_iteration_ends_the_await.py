# since 3.14: asend() of an item that is None ends with StopIteration(None)
import asyncio
import types


class Plain:
    """An iterator without throw()."""
    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return None


class Throwing(Plain):
    def throw(self, *given):
        print("  given", given)
        raise given[0]


class Generator:
    def __await__(self):
        yield


class OverFuture:
    def __await__(self):
        return (yield from future)


@types.coroutine
def turn():
    yield


async def script(awaited):
    try:
        got = await awaited
    except RuntimeError as error:
        return error, error.__cause__
    return "got", got


async def outer(awaited):
    return "outer", await script(awaited)


def generator(awaited):
    return "generator", (yield from awaited.__await__())


async def items(awaited):
    yield await awaited


async def iterate(awaited):
    return [item async for item in items(awaited)]


async def main():
    global future
    future = asyncio.Future()
    for make in (Plain, Throwing, Generator, OverFuture, turn, asyncio.Future, lambda: asyncio.sleep(0),
                 lambda: asyncio.sleep(1), lambda: asyncio.wait_for(asyncio.Future(), None),
                 lambda: asyncio.gather(asyncio.Future()), lambda: asyncio.Event().wait(),
                 lambda: anext(items(asyncio.Future()))):
        for drive in script, outer, generator, lambda awaited: items(awaited).asend(None), iterate:
            for thrown in StopIteration(5), StopIteration:
                awaited = make()
                if drive is generator and not hasattr(awaited, "__await__"):
                    continue
                driven = drive(awaited)
                yielded = driven.send(None)
                if yielded is not None:
                    yielded._asyncio_future_blocking = False
                try:
                    print(type(awaited).__name__, "yielded", driven.throw(thrown))
                except StopIteration as end:
                    print(type(awaited).__name__, end.args)
                except RuntimeError as error:
                    print(type(awaited).__name__, repr(error), repr(error.__cause__))


asyncio.run(main())


async def agen():
    yield


async def fresh_and_closed():
    generator = agen()
    print("fresh", await generator.athrow(StopIteration(6)))
    print("closed", await generator.athrow(StopIteration(7)))
    task = asyncio.create_task(script(asyncio.Future()))
    await asyncio.sleep(0)
    try:
        task.get_coro().throw(StopIteration(8))
    except StopIteration as end:
        print("of a task", end.value)
    task.cancel()
    try:
        await task
    except RuntimeError as error:
        print(error)


asyncio.run(fresh_and_closed())
