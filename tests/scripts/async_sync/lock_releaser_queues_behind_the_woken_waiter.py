import asyncio

lock = asyncio.Lock()

async def waiter():
    await lock.acquire()
    print("waiter")
    lock.release()

async def main():
    await lock.acquire()
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    lock.release()
    print("counts as unlocked:", lock.locked())
    await lock.acquire()
    print("main again", task.done())
    lock.release()

asyncio.run(main())
