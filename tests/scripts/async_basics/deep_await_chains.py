import asyncio

async def link(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await link(n - 1)

async def main():
    print(await link(500), await asyncio.gather(link(10), link(20)))

asyncio.run(main())
