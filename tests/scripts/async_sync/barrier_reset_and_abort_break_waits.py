import asyncio

async def party(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, error)
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    barrier = asyncio.Barrier(3)
    async def some(names, action):
        tasks = [asyncio.create_task(party(barrier, name)) for name in names]
        await asyncio.sleep(0)
        print("waiting", barrier.n_waiting)
        await action(tasks)
        await asyncio.gather(*tasks)
        print(barrier.broken, barrier.n_waiting, repr(barrier).partition(" [")[2])
    await some("ab", lambda tasks: barrier.reset())
    await some("cd", lambda tasks: barrier.abort())
    await party(barrier, "late")
    await barrier.reset()
    await some("efg", lambda tasks: asyncio.sleep(0))
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))

asyncio.run(main())
