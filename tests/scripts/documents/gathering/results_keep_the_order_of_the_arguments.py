import asyncio

async def nap(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("through", turns)
    return turns

async def main():
    print(await asyncio.gather(*[nap(turns) for turns in (3, 1, 2)]))
    print(await asyncio.gather(nap(2), nap(1)))
    tasks = [asyncio.create_task(nap(turns)) for turns in (1, 2)]
    print(await asyncio.gather(*tasks, nap(0)))
    print(await asyncio.gather())

asyncio.run(main())
