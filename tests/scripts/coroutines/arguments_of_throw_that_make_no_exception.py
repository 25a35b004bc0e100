# throw() passes its arguments on to the innermost, which finds out that they make no exception: the TypeError is raised
# in who awaits that one, or in who called throw() when nobody does. What a class raises when it is called is thrown in.
import asyncio
import types
import warnings

warnings.simplefilter('ignore')


@types.coroutine
def turns(n):
    for i in range(n):
        yield i


class Iterator:
    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return 7


class Thrower(Iterator):
    def throw(self, *arguments):
        print('throw', arguments)
        raise KeyError('foreign')


class Failing(Exception):
    def __init__(self):
        raise OSError('in __init__')


class Other(Exception):
    def __new__(cls, *arguments):
        return 5


def show(call):
    try:
        return call()
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


async def awaiting(make):
    for _ in range(2):
        try:
            await make()
        except GeneratorExit:
            raise
        except BaseException as error:
            print('  raised in it:', type(error).__name__, error, type(error.__context__).__name__)


async def items():
    try:
        yield 1
    except BaseException as error:
        print('  in items:', type(error).__name__, error)
    await turns(4)


async def iterate():
    async for _ in items():
        pass


async def step():
    generator = items()
    await generator.asend(None)
    await generator.asend(None)


kept = []


async def inner():
    try:
        await turns(3)
    except GeneratorExit:
        raise
    except BaseException as error:
        print('  in inner:', type(error).__name__, error)
        raise


def keep():
    kept.append(inner())
    return kept[-1]


def keep_turns():
    kept.append(turns(3))
    return kept[-1]


async def deep():
    await inner()


arguments = ((1,), (int,), (None,), (ValueError, 1, 2), (ValueError(), 1), (Failing,), (Failing, 1), (Other,),
             (ValueError('x'), None, 3), (ValueError, KeyError('x')), (LookupError, KeyError('x')), (ValueError, (1, 2)),
             (ValueError, ()))
loop = asyncio.new_event_loop()
for make in loop.create_future, keep_turns, keep, deep, Iterator, Thrower, iterate, step:
    for given in arguments:
        print(make.__name__, given)
        coroutine = awaiting(make)
        coroutine.send(None)
        result = show(lambda: coroutine.throw(*given))
        print('  ', 'a future' if asyncio.isfuture(result) else result, coroutine.cr_frame is None)
        if kept:
            print('   it goes on:', show(lambda: kept[0].send(None)))
        kept.clear()
        coroutine.close()
loop.close()


async def main(native):
    for given in (1,), (int,), (ValueError, 1, 2), (ValueError(), 1):
        coroutine = native()
        coroutine.send(None)
        print(show(lambda: coroutine.throw(*given)), coroutine.cr_frame)


async def await_future():
    await asyncio.wait_for(asyncio.get_running_loop().create_future(), 5)


print('coroutines of asyncio')
for native in lambda: asyncio.sleep(1), lambda: asyncio.sleep(0), lambda: asyncio.Queue().get(), await_future:
    asyncio.run(main(native))


def generator():
    while True:
        try:
            yield 1
        except GeneratorExit:
            raise
        except BaseException as error:
            print('  in it:', type(error).__name__, error)


print('generators')
for given in arguments:
    fresh, waiting, ended = generator(), generator(), generator()
    next(waiting)
    ended.close()
    print(given)
    for each in fresh, waiting, ended:
        print('  ', show(lambda: each.throw(*given)), each.gi_frame is None)
