# no-stress: deep
import asyncio, sys, types

sys.setrecursionlimit(100_000)

@types.coroutine
def suspend(value):
    return (yield value)

class Tail(asyncio.Barrier):
    def __init__(self, awaitable):
        super().__init__(1)
        self.awaitable = awaitable

    def wait(self):
        return self.awaitable

async def script(awaitable):
    return await awaitable

def start(step):
    coroutine = suspend("deep")
    for depth in range(10_000):
        coroutine = script(coroutine) if depth % step else Tail(coroutine).__aenter__()
    print(coroutine.send(None))
    return coroutine

for step in 1, 2, 3:
    try:
        start(step).send(1)
    except StopIteration as end:
        print("ended", end.value)
    try:
        start(step).throw(KeyError("k"))
    except KeyError as error:
        print("thrown", error)
    print("closed", start(step).close())
