import asyncio
import threading

async def work(event):
    await event.wait()
    return threading.current_thread() is threading.main_thread()

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(work(event)) for _ in range(20_000)]
    await asyncio.sleep(0)
    event.set()
    print(len(tasks), all(await asyncio.gather(*tasks)), threading.active_count())

asyncio.run(main())
