import asyncio

async def nothing():
    ...

async def passing(first, *, second=2):
    pass

print(asyncio.run(nothing()), asyncio.run(passing(1, second=3)))
