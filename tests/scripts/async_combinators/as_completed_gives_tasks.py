# async for over as_completed: the finished tasks themselves.
import asyncio

async def work(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if number == 3:
        raise ValueError(number)
    return number

async def main():
    tasks = [asyncio.create_task(work(number, turns)) for number, turns in ((1, 5), (2, 1), (3, 3))]
    async for task in asyncio.as_completed(tasks):
        print(tasks.index(task), task.done(), task.exception() or await task)
    async for task in asyncio.as_completed([work(4, 1)]):
        print(isinstance(task, asyncio.Task), task.result())
    async for task in asyncio.as_completed(()):
        print("never")

asyncio.run(main())
