import asyncio

async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    task.cancel()
    await asyncio.wait([task])
    print(barrier.n_waiting, barrier.broken, task.cancelled())
    print(await asyncio.gather(barrier.wait(), barrier.wait()))
    for parties in 0, -1:
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(str(error).startswith("parties must be"))

asyncio.run(main())
