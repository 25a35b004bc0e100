import asyncio

async def work(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(work(1)),
            awaited := group.create_task(work(2)),
            dropped := group.create_task(work(9)),
            group.create_task(work(4)),
        ]
        print("inside", await awaited)
        dropped.cancel()
    print([task.result() if not task.cancelled() else "cancelled" for task in tasks])

asyncio.run(main())
