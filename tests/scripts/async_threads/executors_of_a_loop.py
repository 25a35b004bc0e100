import asyncio
import concurrent.futures
import threading


async def attempt(action, *args):
    try:
        print(await action(*args))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
        loop.set_default_executor(pool)
        print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
        gate = threading.Event()
        running = loop.run_in_executor(pool, gate.wait)
        queued = loop.run_in_executor(pool, print, "never")
        queued.cancel()
        running.cancel()
        await asyncio.sleep(0)
        gate.set()
        print(running.cancelled(), queued.cancelled())
    try:
        loop.set_default_executor(5)
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, int)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
