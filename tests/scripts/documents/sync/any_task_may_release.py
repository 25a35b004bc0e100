import asyncio

async def taker(lock):
    await lock.acquire()
    return "taken"

async def releaser(lock):
    lock.release()
    return "released"

async def main():
    lock = asyncio.Lock()
    print(await asyncio.create_task(taker(lock)), lock.locked())
    print(await asyncio.create_task(releaser(lock)), lock.locked())

asyncio.run(main())
