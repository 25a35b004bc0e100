import asyncio
import os
import signal

async def main():
    loop, came = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, came.set)
    os.kill(os.getpid(), signal.SIGTERM)
    print(await came.wait(), loop.remove_signal_handler(signal.SIGTERM))

asyncio.run(main())
