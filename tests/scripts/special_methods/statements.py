# since 3.14
# with, async with, await, async for call what the type has, bound as an attribute is.
import asyncio
from _matrix import show


def use(x):
    with x as value:
        return value


def fail(x):
    with x:
        raise KeyError('inside')
    return 'swallowed'


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


def awaiting(x):
    async def main():
        return await x
    return drive(main())


def async_use(x):
    async def main():
        async with x as value:
            return value
    return drive(main())


def async_fail(x):
    async def main():
        async with x:
            raise KeyError('inside')
        return 'swallowed'
    return drive(main())


def async_loop(x):
    async def main():
        async for item in x:
            return item
    return drive(main())


def async_builtin(x):
    async def main():
        return await anext(aiter(x))
    return drive(main())


def together(**members):
    return lambda name, attribute: type('C', (), {name: attribute} | members)()


class Endless:
    def __anext__(self):
        return Ready('item')


def leave(self, *details):
    pass


async def async_leave(self, *details):
    return True


async def async_enter(self):
    return 'entered'


show('__enter__', 'entered', use, make=together(__exit__=leave))
show('__exit__', True, use, fail, make=together(__enter__=lambda self: 'entered'))
show('__await__', lambda: iter(()), awaiting)
show('__aenter__', lambda: Ready('entered'), async_use, make=together(__aexit__=async_leave))
show('__aexit__', lambda: Ready(True), async_use, async_fail, make=together(__aenter__=async_enter))
show('__aiter__', Endless, async_loop, async_builtin)
show('__anext__', lambda: Ready('item'), async_loop, async_builtin, make=together(__aiter__=lambda self: self))
