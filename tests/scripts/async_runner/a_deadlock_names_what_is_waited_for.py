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
    lock, other, semaphore = asyncio.Lock(), asyncio.Lock(), asyncio.Semaphore(0)
    condition, queue, barrier = asyncio.Condition(), asyncio.Queue(), asyncio.Barrier(2)
    future = asyncio.get_running_loop().create_future()

    async def hold():
        async with lock:
            await future

    async def want():
        async with lock:
            pass

    async def notified():
        async with condition:
            await condition.wait()

    async def counted():
        async with semaphore:
            pass

    async def item():
        await queue.get()

    async def meet():
        await barrier.wait()

    async def group():
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(item(), name="member")

    async def numbers():
        await future
        yield 1

    async def iterate():
        await anext(numbers())

    async def follow():
        await tasks[0]

    functions = hold, want, notified, counted, meet, group, iterate, follow
    tasks = [asyncio.create_task(function(), name=function.__name__) for function in functions]
    await asyncio.gather(*tasks)


show(main)
