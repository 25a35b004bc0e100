# An exception is thrown into a coroutine; what it awaits was closed or finished by hand.
import asyncio
import types


@types.coroutine
def turns(n):
    for i in range(n):
        yield i


async def inner():
    await turns(2)


async def outer(awaited):
    try:
        await awaited
    except BaseException as error:
        print(type(error).__name__, error, type(error.__context__).__name__)
        return 'caught'


async def outermost(awaited):
    return await outer(awaited)


def close(awaited):
    awaited.close()


def finish(awaited):
    try:
        while True:
            awaited.send(None)
    except StopIteration:
        pass


def native():
    return asyncio.sleep(0)


for wrap in outer, outermost:
    for make in inner, lambda: turns(2), native:
        for end in close, finish:
            for exception in ValueError('x'), GeneratorExit(), StopIteration(3), KeyError:
                awaited = make()
                coroutine = wrap(awaited)
                coroutine.send(None)
                end(awaited)
                try:
                    print(coroutine.throw(exception))
                except BaseException as error:
                    print('->', type(error).__name__, error)
