# no-stress: deep
import asyncio, sys, types

sys.setrecursionlimit(100_000)

@types.coroutine
def suspend(value):
    return (yield value)

class Nested(asyncio.Lock):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    async def acquire(self):
        if self.depth == 0:
            return await suspend("deep")
        await Nested(self.depth - 1).__aenter__()

def start():
    coroutine = Nested(10_000).__aenter__()
    print(coroutine.send(None))
    return coroutine

try:
    start().send(1)
except StopIteration as end:
    print("ended", end.value)
try:
    start().throw(KeyError("k"))
except KeyError as error:
    print("thrown", error)
print("closed", start().close())
