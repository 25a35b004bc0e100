import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, future.set_result, "result")
    loop.call_soon(signal.raise_signal, signal.SIGUSR1)
    print(await future)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    print(repr(signal.getsignal(signal.SIGUSR1)))
    for number, callback in (9, print), (0, print), (500, print), ("x", print), (2, main):
        try:
            loop.add_signal_handler(number, callback)
        except Exception as error:
            print(type(error).__name__, error)
    event = asyncio.Event()
    loop.add_signal_handler(signal.SIGALRM, event.set)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    await event.wait()
    print("woken")

    async def fail():
        loop.add_signal_handler(signal.SIGTERM, print)

    for thread_error in [await asyncio.to_thread(attempt, loop)]:
        print(thread_error)


def attempt(loop):
    try:
        loop.add_signal_handler(signal.SIGTERM, print)
    except RuntimeError as error:
        return error


asyncio.run(main())
print(repr(signal.getsignal(signal.SIGALRM)))
