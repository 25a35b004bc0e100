import asyncio

async def work(n):
    await asyncio.sleep(0)
    return n

async def main():
    loop = asyncio.get_event_loop()
    tasks = [asyncio.ensure_future(work(1)), loop.create_task(work(2), name="low"), asyncio.create_task(work(3))]
    print([isinstance(task, asyncio.Task) for task in tasks], tasks[1].get_name())
    print([await task for task in tasks])
    print(asyncio.ensure_future(tasks[0]) is tasks[0])

asyncio.run(main())
