import asyncio

async def nap(turns):
    print("begins", turns)
    for _ in range(turns):
        await asyncio.sleep(0)
    print("ends", turns)
    return turns

async def main():
    quick, middle, slow = (asyncio.create_task(nap(turns)) for turns in (2, 4, 6))
    await slow
    print(quick.done(), middle.done(), quick.result(), middle.result(), slow.result())

asyncio.run(main())
