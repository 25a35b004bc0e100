# run awaits any awaitable.
# ouro-only: since 3.14
import asyncio

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"

print(asyncio.run(Awaitable()))
with asyncio.Runner() as runner:
    future = runner.get_loop().create_future()
    future.set_result("future")
    print(runner.run(future))
try:
    asyncio.run(5)
except TypeError as error:
    print(error)
