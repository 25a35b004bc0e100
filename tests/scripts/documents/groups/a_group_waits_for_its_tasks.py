import asyncio

async def work(n):
    await asyncio.sleep(0)
    return n * n

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n), name=f"w{n}") for n in range(3)]
        print([task.done() for task in tasks])
    print([(task.get_name(), task.result()) for task in tasks])

asyncio.run(main())
