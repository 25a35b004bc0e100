# ouro-only: CPython shows the whole line, up to RecursionError
import asyncio
import re


async def link(task):
    await task


async def main():
    task = asyncio.create_task(asyncio.sleep(1000))
    for _ in range(3000):
        task = asyncio.create_task(link(task))
    await asyncio.sleep(0)
    print(re.sub(r"/[^ ]*/", "", repr(task)))


asyncio.run(main())
