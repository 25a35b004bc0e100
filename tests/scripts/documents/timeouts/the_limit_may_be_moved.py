import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.05) as limit:
        limit.reschedule(loop.time() + 60)
        await asyncio.sleep(0.06)
    print("extended", limit.expired())
    try:
        async with asyncio.timeout(None) as limit:
            print(limit.when())
            limit.reschedule(loop.time() + 0.001)
            await asyncio.sleep(60)
    except TimeoutError:
        print("set later")
    async with asyncio.timeout(0.05) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.06)
    print("taken away", limit.expired())

asyncio.run(main())
