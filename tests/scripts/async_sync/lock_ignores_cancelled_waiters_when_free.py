import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    task.cancel()
    lock.release()
    print(await lock.acquire(), task.done())
    await asyncio.sleep(0)
    print(task.cancelled(), lock.locked())

asyncio.run(main())
