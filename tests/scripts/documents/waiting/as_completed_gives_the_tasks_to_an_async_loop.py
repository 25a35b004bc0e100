import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return turns

async def main():
    tasks = [asyncio.create_task(work(*args)) for args in ((3,), (1,), (2, ZeroDivisionError("nought")))]
    async for task in asyncio.as_completed(fs=tasks):
        print(tasks.index(task), task.done(), end=" ")
        try:
            print(task.result(), await task)
        except ZeroDivisionError as error:
            print("failed:", error)

asyncio.run(main())
