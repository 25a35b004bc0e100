import asyncio

async def add(a, b):
    await asyncio.sleep(0)
    return a + b

async def main():
    return await add(1, 2) + await add(3, 4)

print(asyncio.run(main()))
