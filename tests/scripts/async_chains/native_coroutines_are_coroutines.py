import asyncio, inspect, types

class Held(asyncio.Lock):
    async def acquire(self):
        return True

def plain():
    inner = asyncio.sleep(0)
    try:
        yield from inner
    finally:
        inner.close()

class Wrong:
    def __await__(self):
        return self.coroutine

async def wait(awaitable):
    return await awaitable

def made():
    lock, condition, queue = asyncio.Lock(), asyncio.Condition(), asyncio.Queue()
    return [asyncio.sleep(0), lock.acquire(), lock.__aenter__(), Held().__aenter__(), condition.wait(),
            condition.wait_for(bool), queue.get(), queue.put(1), asyncio.wait_for(None, 1), asyncio.wait([])]

for coroutine in made():
    print(coroutine.__qualname__, coroutine.__name__, type(coroutine) is types.CoroutineType, inspect.iscoroutine(coroutine),
          asyncio.iscoroutine(coroutine), inspect.isawaitable(coroutine), inspect.getcoroutinestate(coroutine),
          repr(coroutine).split(" at ")[0])
    for use in list, next, iter, lambda coroutine: [*coroutine]:
        try:
            use(coroutine)
        except TypeError as error:
            print("  ", error)
    coroutine.close()
    print(inspect.getcoroutinestate(coroutine), coroutine.cr_await, coroutine.cr_running)

try:
    list(plain())
except TypeError as error:
    print(error)
wrong = Wrong()
wrong.coroutine = asyncio.sleep(0)
try:
    wait(wrong).send(None)
except TypeError as error:
    print(error)
wrong.coroutine.close()
