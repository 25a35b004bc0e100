import asyncio

lock = asyncio.Lock()

async def waiter(name):
    try:
        async with lock:
            print(name, "has it")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    await lock.acquire()
    a, b = asyncio.create_task(waiter("a")), asyncio.create_task(waiter("b"))
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.wait([a, b])
    print(lock.locked(), a.cancelled(), b.cancelled())
    await lock.acquire()
    a, b = asyncio.create_task(waiter("a")), asyncio.create_task(waiter("b"))
    await asyncio.sleep(0)
    a.cancel()
    lock.release()
    await asyncio.wait([a, b])
    print(lock.locked())

asyncio.run(main())
