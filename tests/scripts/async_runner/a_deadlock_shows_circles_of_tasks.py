# ouro-only: CPython waits for ever
import asyncio
import contextlib
import io
import re


def show(main):
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed):
        try:
            asyncio.run(main())
        except RuntimeError as error:
            print(error)
    print(re.sub(r"/[^ ]*/|(?<=0x)[0-9a-f]+", "", printed.getvalue()))



async def take(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            pass


async def main():
    one, two = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(one, two), take(two, one))


show(main)


async def main():
    await asyncio.gather(asyncio.current_task())


show(main)
