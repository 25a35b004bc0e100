import asyncio

balance = 0

async def pay_in(lock):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(0)
        balance = seen + 1

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(pay_in(lock) for _ in range(10)))
    print(balance, lock.locked())

asyncio.run(main())
