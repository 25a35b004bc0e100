# While a script has a signal handler, a loop with nothing else to wait for is not taken for a deadlocked one.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    signal.signal(signal.SIGALRM, lambda *_: loop.call_soon_threadsafe(future.set_result, "woken"))
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    print(await future)


asyncio.run(main())
