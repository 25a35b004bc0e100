import asyncio

lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()

async def waits(awaitable):
    try:
        await asyncio.wait_for(awaitable, 0.001)
    except TimeoutError:
        print("waited")
    except RuntimeError as error:
        print(str(error).partition(" at ")[0], str(error).partition(" is ")[2])

async def without_waiting():
    async with lock:
        pass

async def main():
    await lock.acquire()
    for awaitable in lock.acquire(), event.wait(), queue.get():
        await waits(awaitable)
    lock.release()

asyncio.run(without_waiting())
asyncio.run(main())
asyncio.run(without_waiting())
asyncio.run(main())
