import asyncio

async def add(account, lock=None):
    for _ in range(3):
        if lock:
            await lock.acquire()
        value = account["value"]
        await asyncio.sleep(0)
        account["value"] = value + 1
        if lock:
            lock.release()

async def main():
    account = {"value": 0}
    await asyncio.gather(*[add(account) for _ in range(5)])
    print("without a lock", account["value"])
    account["value"] = 0
    lock = asyncio.Lock()
    await asyncio.gather(*[add(account, lock) for _ in range(5)])
    print("with a lock", account["value"])

asyncio.run(main())
