import asyncio
from concurrent.futures import ThreadPoolExecutor
import threading

async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="own"))
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    print(await asyncio.to_thread(lambda: threading.current_thread().name))

asyncio.run(main())
