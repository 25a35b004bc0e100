# Barrier.__aenter__() returns what wait() comes to, whatever awaitable a subclass makes of it: above and below it stand
# coroutines of scripts and native ones.
import asyncio, gc, types

@types.coroutine
def suspend(value):
    return (yield value)

class Tail(asyncio.Barrier):
    def __init__(self, awaitable):
        super().__init__(1)
        self.awaitable = awaitable

    def wait(self):
        return self.awaitable

class Held(asyncio.Lock):
    def __init__(self, awaitable):
        super().__init__()
        self.awaitable = awaitable

    def acquire(self):
        return self.awaitable

def tail(awaitable):
    return Tail(awaitable).__aenter__()

def native(awaitable):
    return Held(awaitable).__aenter__()

async def script(awaitable):
    try:
        raise OSError
    except OSError:
        return ["script", await awaitable]

async def leaf():
    try:
        return [await suspend(1), await suspend(2)]
    except KeyError as error:
        print("leaf", repr(error), repr(error.__context__))
        raise TypeError("from the leaf")
    finally:
        print("left")

class Iterates:
    def __await__(self):
        return (yield "iterated")

def show(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except BaseException as error:
        print(function.__name__, repr(error), repr(error.__context__))

SHAPES = [[tail], [tail, script], [script, tail], [tail, tail], [tail, native], [native, tail], [script, tail, script],
          [native, tail, script], [script, tail, native], [tail, script, tail, native, tail, script, tail]]

def made(shape, awaitable):
    for member in reversed(shape):
        awaitable = member(awaitable)
    return awaitable

for shape in SHAPES:
    print([member.__name__ for member in shape])
    for uses in ([("send", "x"), ("send", "y")], [("throw", KeyError("k"))], [("close",)],
                 [("send", "x"), ("throw", ValueError("v"))]):
        coroutine = made(shape, leaf())
        print(coroutine.send(None), coroutine.cr_running)
        for method, *arguments in uses:
            gc.collect()
            show(getattr(coroutine, method), *arguments)
    for awaitable in Iterates(), suspend("generator"), asyncio.sleep(0):
        coroutine = made(shape, awaitable)
        show(coroutine.send, None)
        show(coroutine.send, None)
