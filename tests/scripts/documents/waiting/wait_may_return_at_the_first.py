import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return turns

async def main():
    tasks = [asyncio.create_task(work(*args)) for args in ((1,), (4, ValueError("no")), (9,))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(repr(task.exception()) for task in done), len(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print([task.result() for task in done], pending)

asyncio.run(main())
