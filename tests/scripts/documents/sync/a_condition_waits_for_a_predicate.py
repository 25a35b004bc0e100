import asyncio

async def buyer(condition, stock):
    async with condition:
        print("wants two", stock)
        print(await condition.wait_for(lambda: len(stock) >= 2), stock)

async def seller(condition, stock):
    for item in ("apple", "pear"):
        await asyncio.sleep(0)
        await condition.acquire()
        try:
            stock.append(item)
            print("brings", item)
            condition.notify_all()
        finally:
            condition.release()

async def main():
    condition, stock = asyncio.Condition(), []
    await asyncio.gather(buyer(condition, stock), seller(condition, stock))

asyncio.run(main())
