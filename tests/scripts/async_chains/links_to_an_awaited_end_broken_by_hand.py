# What a coroutine ended by awaiting is advanced, closed or awaited by somebody else.
import asyncio, types

@types.coroutine
def suspend(value):
    return (yield value)

class Tail(asyncio.Barrier):
    def __init__(self, awaitable):
        super().__init__(1)
        self.awaitable = awaitable

    def wait(self):
        return self.awaitable

def tail(awaitable):
    return Tail(awaitable).__aenter__()

async def work():
    print("one", await suspend(1))
    print("two", await suspend(2))
    return "done"

async def script(awaitable):
    return await awaitable

def show(function, *arguments):
    try:
        print(function.__name__, "->", function(*arguments))
    except BaseException as error:
        print(function.__name__, "->", repr(error))

def fresh(*around):
    inner = work()
    middle = outer = tail(inner)
    for member in around:
        outer = member(outer)
    print("first", outer.send(None), outer.cr_await in (inner, middle))
    return outer, middle, inner

for around in [(), (script,), (tail,), (script, tail), (tail, script)]:
    outer, middle, inner = fresh(*around)
    show(inner.send, "by hand")
    show(outer.send, "by outer")

    outer, middle, inner = fresh(*around)
    show(inner.send, "by hand")
    show(inner.send, "by hand")
    show(outer.send, "late")

    outer, middle, inner = fresh(*around)
    show(inner.send, "by hand")
    show(outer.throw, ValueError("v"))

    outer, middle, inner = fresh(*around)
    show(inner.close)
    show(outer.send, None)

    outer, middle, inner = fresh(*around)
    if middle is not outer:
        show(middle.send, "middle")
        show(outer.send, "outer")
        show(middle.send, "ended")

    outer, middle, inner = fresh(*around)
    second = script(middle)
    show(second.send, None)
    outer.close()
    print(inner.cr_frame)
