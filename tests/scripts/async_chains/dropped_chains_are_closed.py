import asyncio, gc, types

@types.coroutine
def suspend(value):
    return (yield value)

class Nested(asyncio.Lock):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    async def acquire(self):
        try:
            if self.depth:
                await Nested(self.depth - 1).__aenter__()
            else:
                await suspend("deep")
        finally:
            left.append(self.depth)

async def outer():
    try:
        await Nested(1).__aenter__()
    finally:
        left.append("outer")

def begin(make):
    for _ in range(20):
        make().send(None)

left = []
begin(Nested(3).__aenter__)
begin(outer)
gc.collect()
gc.collect()
print(len(left) > 50, left[:4], sorted(set(map(str, left))))
