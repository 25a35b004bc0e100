import asyncio

async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 0.001)
        except TimeoutError:
            print("it waits for itself", lock.locked())
    print(lock.locked())

asyncio.run(main())
