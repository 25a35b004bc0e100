import asyncio

async def work(n, results):
    await asyncio.sleep(0)
    results.append(n)
    return n * 2

async def main():
    results = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, results)) for n in range(3)]
    print(results, [task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1, results))
            group.create_task(asyncio.sleep(10))
            raise ValueError("body")
    except* ValueError as errors:
        print(errors.exceptions)

asyncio.run(main())
