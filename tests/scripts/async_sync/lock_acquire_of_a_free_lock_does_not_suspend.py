import asyncio

async def main():
    lock = asyncio.Lock()
    asyncio.get_running_loop().call_soon(print, "the loop's turn")
    print(await lock.acquire(), lock.locked())
    print(lock.release(), lock.locked())
    async with lock as bound:
        print(bound, lock.locked())
    print(lock.locked())
    await asyncio.sleep(0)

asyncio.run(main())
