import asyncio

async def main():
    async with asyncio.timeout(10) as limit:
        await asyncio.sleep(0)
    print(limit.expired(), limit.when() > asyncio.get_running_loop().time())

asyncio.run(main())
