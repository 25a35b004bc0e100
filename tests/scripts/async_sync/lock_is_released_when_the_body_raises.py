import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            raise KeyError("body")
    except KeyError as error:
        print(error, lock.locked())
    try:
        async with lock:
            lock.release()
            raise KeyError("body")
    except RuntimeError as error:
        print(error, repr(error.__context__))

asyncio.run(main())
