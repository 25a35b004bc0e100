import asyncio


async def link(task):
    await task


async def end():
    await asyncio.sleep(1000)


async def main():
    tasks = [asyncio.create_task(end())]
    for _ in range(500):
        tasks.append(asyncio.create_task(link(tasks[-1])))
    await asyncio.sleep(0.001)
    print(tasks[-1].cancel(), [task.cancelling() for task in tasks] == [1] * len(tasks))
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    print({type(end).__name__ for end in ends}, all(task.cancelled() for task in tasks))
    print(tasks[-1].cancel())


asyncio.run(main())
