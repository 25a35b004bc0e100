# The first exception in order of ends is raised at once; the others go on and count as retrieved.
import asyncio

async def fail(turns, error):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("raises", repr(error))
    raise error

async def work():
    for turn in range(5):
        await asyncio.sleep(0)
    print("works to its end")
    return 1

async def main():
    future = asyncio.gather(fail(3, KeyError("late")), fail(1, ValueError("first")), work())
    try:
        await future
    except ValueError as error:
        print("caught", repr(error), error is future.exception())
    print(future.cancel(), future.done(), future.cancelled(), future)
    for _ in range(6):
        await asyncio.sleep(0)

asyncio.run(main())
