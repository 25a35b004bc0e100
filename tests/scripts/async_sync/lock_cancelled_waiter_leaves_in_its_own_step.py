import asyncio

lock = asyncio.Lock()
def state():
    text = repr(lock)
    return text[text.index("["):]

async def main():
    await lock.acquire()
    tasks = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(state())
    tasks[1].cancel()
    print(state())
    await asyncio.sleep(0)
    print(state(), tasks[1].cancelled())
    lock.release()
    print(state())
    await asyncio.sleep(0)
    print(state(), tasks[0].result())
    lock.release()
    await tasks[2]
    print(state())

asyncio.run(main())
