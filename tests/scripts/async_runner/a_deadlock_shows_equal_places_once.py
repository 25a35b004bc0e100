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



async def wait(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event)) for _ in range(2000)]
    await event.wait()
    await asyncio.gather(*tasks)


show(main)
