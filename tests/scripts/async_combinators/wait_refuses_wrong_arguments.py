# The errors of wait.
import asyncio
import warnings

warnings.simplefilter("ignore")

async def work():
    pass

async def attempt(*args, **kwargs):
    try:
        await asyncio.wait(*args, **kwargs)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

async def main():
    task = asyncio.create_task(work())
    coroutine = work()
    await attempt([])
    await attempt(task)
    await attempt(coroutine)
    await attempt([coroutine])
    await attempt([task], return_when="SOMETIMES")
    await task
    await attempt([task], return_when=5)
    coroutine.close()

asyncio.run(main())
