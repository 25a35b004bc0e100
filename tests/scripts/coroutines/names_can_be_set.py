import asyncio


class Text(str):
    pass


def outcome(call, *arguments):
    try:
        return call(*arguments)
    except (TypeError, AttributeError) as error:
        return repr(error)


async def script():
    pass


async def agen():
    yield


def gen():
    yield


async def main():
    for make in (script, agen, gen, lambda: asyncio.sleep(0), lambda: asyncio.wait_for(asyncio.Future(), 1),
                 asyncio.Event().wait, asyncio.Queue().get):
        coroutine = make()
        print(coroutine.__name__, coroutine.__qualname__)
        for attribute in "__name__", "__qualname__":
            print(outcome(setattr, coroutine, attribute, 1), outcome(delattr, coroutine, attribute))
        coroutine.__name__ = name = "new"
        print(coroutine.__name__ is name, coroutine.__qualname__, repr(coroutine).split(" at ")[0])
        coroutine.__qualname__ = Text("Some.other")
        print(coroutine.__name__, type(coroutine.__qualname__).__name__, repr(coroutine).split(" at ")[0])
        if hasattr(coroutine, "cr_await"):
            task = asyncio.create_task(coroutine)
            await asyncio.sleep(0)
            print(repr(task).partition("coro=")[2].partition("()")[0])
            task.cancel()
            await asyncio.wait([task])
            coroutine.__name__ = "late"
            print(coroutine.__name__, coroutine.__qualname__)


asyncio.run(main())
