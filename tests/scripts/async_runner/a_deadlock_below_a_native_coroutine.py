# ouro-only: CPython waits for ever
import asyncio
import contextlib
import io
import re


class Awaitable:
    def __init__(self, awaited):
        self.awaited = awaited

    def __await__(self):
        return (yield from self.awaited.__await__())


async def take(lock):
    async with lock:
        await lock.acquire()


async def main():
    await asyncio.gather(Awaitable(take(asyncio.Lock())), asyncio.wait_for(take(asyncio.Lock()), None))


printed = io.StringIO()
with contextlib.redirect_stderr(printed):
    try:
        asyncio.run(main())
    except RuntimeError as error:
        print(error)
print(re.sub(r"/[^ ]*/|(?<=0x)[0-9a-f]+", "", printed.getvalue()))
