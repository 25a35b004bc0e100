import asyncio
import contextvars
import threading
import time

variable = contextvars.ContextVar("variable")


def where(value, *, suffix):
    return value + suffix, variable.get(), threading.current_thread() is threading.main_thread()


async def main():
    variable.set("set")
    print(await asyncio.to_thread(where, "a", suffix="b"))
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.02) for _ in range(3)))
    print(ticks > 3)
    ticker.cancel()
    for action in (lambda: 1 / 0, lambda: next(iter(()))):
        try:
            await asyncio.to_thread(action)
        except Exception as error:
            print(type(error).__name__, error)
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, pow, 2, 5)
    print(type(future).__name__, await future)


asyncio.run(main())
