# close() of a coroutine that awaits asend(), __anext__() or anext(): what the generator's cleanup raises goes outwards.
import types


@types.coroutine
def turns(n):
    for i in range(n):
        yield i


async def ignores():
    try:
        await turns(1)
    except GeneratorExit:
        await turns(1)


async def raises():
    try:
        await turns(1)
    finally:
        raise KeyError('cleanup')


async def returns():
    try:
        await turns(1)
    except GeneratorExit:
        return 5


async def items(make):
    yield await make()


async def asend(make):
    await items(make).asend(None)


async def dunder_anext(make):
    await items(make).__anext__()


async def anext_alone(make):
    await anext(items(make))


async def anext_default(make):
    await anext(items(make), 'default')


async def loop(make):
    async for item in items(make):
        print('item', item)
        return


async def athrow(make):
    generator = items(make)
    await generator.asend(None)


async def handled(make):
    try:
        await items(make).asend(None)
    except GeneratorExit:
        print('GeneratorExit')
        raise
    except BaseException as error:
        print('caught', type(error).__name__, error, type(error.__context__).__name__)


for step in asend, dunder_anext, anext_alone, anext_default, loop, athrow, handled:
    for make in ignores, raises, returns:
        coroutine = step(make)
        coroutine.send(None)
        try:
            print(step.__name__, make.__name__, coroutine.close())
        except BaseException as error:
            print(step.__name__, make.__name__, type(error).__name__, error, type(error.__context__).__name__)
        print(coroutine.cr_frame)
