import asyncio

async def producer(queue, name, count):
    for n in range(count):
        await queue.put((name, n))
    print(name, "is through")

async def consumer(queue, seen):
    while True:
        item = await queue.get()
        seen.append(item)
        await asyncio.sleep(0)
        queue.task_done()

async def main():
    queue, seen = asyncio.Queue(2), []
    consumers = [asyncio.create_task(consumer(queue, seen)) for _ in range(3)]
    async with asyncio.TaskGroup() as group:
        for name in "abc":
            group.create_task(producer(queue, name, 5))
    await queue.join()
    for task in consumers:
        task.cancel()
    print(len(seen), seen)

asyncio.run(main())
