# The first Ctrl-C cancels the main task; a handler of the script's own is left alone.
import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(0.05)
        print("slept")
    except asyncio.CancelledError:
        print("cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
signal.signal(signal.SIGINT, lambda number, frame: print("own handler"))
asyncio.run(main())


async def takes_over():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    await main()


try:
    asyncio.run(takes_over())
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.__context__)
