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



async def main():
    await asyncio.Event().wait()


show(main)


async def main():
    await asyncio.get_running_loop().create_future()


show(main)
