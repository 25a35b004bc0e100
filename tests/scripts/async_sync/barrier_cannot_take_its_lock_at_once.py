# While a barrier compares numbers, a script may let others arrive or go on: they queue for its lock.
import asyncio

class Parties(int):
    hooks = []

    def __eq__(self, other):
        if self.hooks:
            self.hooks.pop()()
        return int(self) == other
    __hash__ = int.__hash__

async def arrive(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def arrivals():
    barrier = asyncio.Barrier(Parties(2))
    tasks = []
    def begin_two():
        for name in "bc":
            tasks.append(asyncio.Task(arrive(barrier, name), eager_start=True, loop=asyncio.get_running_loop()))
        tasks[1].cancel()
    Parties.hooks.append(begin_two)
    await arrive(barrier, "a")
    print(await asyncio.gather(*tasks, return_exceptions=True), barrier.n_waiting)

def step(name, coroutine, *thrown):
    try:
        future = coroutine.throw(*thrown) if thrown else coroutine.send(None)
        print(name, "waits", future.done())
    except BaseException as end:
        print(name, repr(end), repr(end.__context__))

async def newcomers(end):
    barrier = asyncio.Barrier(Parties(2))
    a, b, c, d, e = (barrier.wait() for _ in range(5))
    step("a", a)
    step("b", b)
    step("c", c) # outside, until a has left
    step("d", d)
    step("a", a)
    Parties.hooks.append(lambda: step("d", d))
    step("c", c)
    step("d", d, *end)
    step("e", e)
    step("c", c)
    step("d", d)
    print(barrier.n_waiting, repr(barrier).split("[")[1])
    e.close()

async def main():
    await asyncio.wait_for(arrivals(), 5)
    for end in (), (KeyError("thrown"),), (asyncio.CancelledError("cancelled"),):
        await newcomers(end)

asyncio.run(main())
