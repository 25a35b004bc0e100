# A script's acquire() is awaited by the native __aenter__, which a script awaits, and so on; driven by hand.
import asyncio, types

@types.coroutine
def suspend(value):
    return (yield value)

class Nested(asyncio.Lock):
    def __init__(self, name, depth):
        super().__init__()
        self.name, self.depth = name, depth

    async def acquire(self):
        try:
            if self.depth:
                async with Nested(self.name, self.depth - 1):
                    print(self.name, self.depth, "inside")
            else:
                print("got", await suspend(self.name))
            return True
        except BaseException as error:
            print(self.name, self.depth, "caught", repr(error))
            raise
        finally:
            print(self.name, self.depth, "left")

    def release(self):
        print(self.name, self.depth, "released")

def show(function, *args):
    try:
        print("->", function(*args))
    except BaseException as error:
        print("->", repr(error))

for end in "send", "throw", "close":
    coroutine = Nested(end, 2).__aenter__()
    show(coroutine.send, None)
    inner, names = coroutine, []
    while inner is not None and hasattr(inner, "cr_await"):
        names.append(inner.__name__)
        inner = inner.cr_await
    print(names, coroutine.cr_suspended, coroutine.cr_running)
    show(getattr(coroutine, end), *{"send": [5], "throw": [KeyError("k")], "close": []}[end])
    show(coroutine.send, None)
