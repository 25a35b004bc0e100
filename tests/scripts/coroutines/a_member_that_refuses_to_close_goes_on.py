# The RuntimeError about a delegate that ignores GeneratorExit is raised in who awaits it; the delegate itself stays
# suspended, and what its awaiters raise instead goes outwards.
import types


@types.coroutine
def turns(n):
    for i in range(n):
        yield i


async def inner():
    try:
        await turns(3)
    except GeneratorExit:
        print('inner: GeneratorExit')
    try:
        await turns(2)
    except BaseException as error:
        print('inner gets', type(error).__name__, error)
        raise


async def middle(awaitable):
    try:
        await awaitable
    except BaseException as error:
        print('middle gets', type(error).__name__, error, type(error.__context__).__name__)
        raise


async def outer(awaitable):
    await awaitable


async def replacing(awaitable):
    try:
        await awaitable
    except RuntimeError as error:
        raise KeyError('replaced') from None


async def swallowing(awaitable):
    try:
        await awaitable
    except RuntimeError:
        return 'swallowed'


def show(call):
    try:
        print('->', call())
    except BaseException as error:
        print('->', type(error).__name__, error, type(error.__context__).__name__)


def close(wrappers, leaf):
    root = leaf
    for wrapper in wrappers:
        root = wrapper(root)
    root.send(None)
    show(root.close)
    show(root.close)
    return leaf


for wrappers in (outer,), (middle, outer), (middle, middle, outer), (replacing, middle, outer), (swallowing, outer):
    print([wrapper.__name__ for wrapper in wrappers])
    leaf = close(wrappers, inner())
    print(leaf.cr_suspended)
    show(lambda: leaf.send(None))
    show(lambda: leaf.throw(ValueError('by hand')))

print('thrown in')
leaf = inner()
root = outer(middle(leaf))
root.send(None)
show(lambda: root.throw(GeneratorExit))
print(leaf.cr_suspended, root.cr_frame)
leaf.close()


def ignoring():
    try:
        yield 1
    except GeneratorExit:
        pass
    yield 2
    yield 3


def passing(generator):
    try:
        yield from generator
    except BaseException as error:
        print('passing gets', type(error).__name__, error)
        raise


print('generators')
for depth in range(1, 4):
    leaf = root = ignoring()
    for _ in range(depth):
        root = passing(root)
    next(root)
    show(root.close)
    print(list(leaf))


async def items():
    try:
        yield 0
        await turns(3)
    except GeneratorExit:
        await turns(2)
        print('items over')


async def iterating():
    async for _ in items():
        pass


async def stepping():
    generator = items()
    await generator.asend(None)
    await generator.asend(None)


async def default():
    generator = items()
    await anext(generator, None)
    await anext(generator, None)


print('async generators')
for make in iterating, stepping, default:
    for wrappers in (), (outer,), (middle, outer):
        print(make.__name__, len(wrappers))
        leaf = close(wrappers, make())
        print(leaf.cr_suspended)
