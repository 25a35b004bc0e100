import asyncio

async def hiker(name, barrier, log):
    log.append(f"{name} arrives")
    position = await barrier.wait()
    log.append("goes on")
    return position

async def main():
    barrier, log = asyncio.Barrier(3), []
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    positions = await asyncio.gather(*(hiker(name, barrier, log) for name in "abc"))
    print(sorted(positions), log)

asyncio.run(main())
