import asyncio

async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with full:
        print(empty.locked(), lock.locked())
    try:
        full.notify()
    except RuntimeError as error:
        print(error)
    try:
        await empty.wait()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
