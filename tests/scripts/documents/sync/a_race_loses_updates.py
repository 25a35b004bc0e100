import asyncio

balance = 0

async def pay_in():
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen + 1

async def main():
    await asyncio.gather(*(pay_in() for _ in range(10)))
    print(balance)

asyncio.run(main())
