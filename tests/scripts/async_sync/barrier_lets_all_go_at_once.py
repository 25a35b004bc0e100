import asyncio

async def party(barrier, name):
    for round in range(2):
        index = await barrier.wait()
        print(name, "round", round, "index", index, barrier.n_waiting)

async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[party(barrier, name) for name in "abc"])
    async def inside(name):
        async with barrier as index:
            print(name, index)
    tasks = [asyncio.create_task(inside(name)) for name in "de"]
    await asyncio.sleep(0)
    print(repr(barrier)[-23:])
    await inside("f")
    await asyncio.gather(*tasks)
    print(repr(barrier)[-23:])

asyncio.run(main())
