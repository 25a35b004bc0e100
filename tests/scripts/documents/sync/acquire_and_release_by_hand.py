import asyncio

async def work(name, lock):
    print(name, "asks", lock.locked())
    print(name, await lock.acquire())
    try:
        await asyncio.sleep(0)
        print(name, "is inside")
    finally:
        lock.release()

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(name, lock) for name in "abc"))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
