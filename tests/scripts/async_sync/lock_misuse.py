import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            print("unreachable")
    except TypeError as error:
        print("TypeError", "context manager protocol" in str(error))
    try:
        await lock
    except TypeError:
        print("not awaitable")
    async def other():
        lock.release()
    await lock.acquire()
    await asyncio.create_task(other())
    print("any task may release:", lock.locked())
    for arguments in [(1,), (1, 2)]:
        try:
            asyncio.Lock(*arguments)
        except TypeError:
            print("TypeError")

asyncio.run(main())
