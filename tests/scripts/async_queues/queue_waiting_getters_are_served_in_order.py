import asyncio

async def consumer(queue, name):
    while True:
        item = await queue.get()
        print(name, item)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    for n in range(7):
        queue.put_nowait(n)
    await queue.join()
    for n in range(7, 10):
        await queue.put(n)
        await asyncio.sleep(0)
    await queue.join()
    for task in tasks:
        task.cancel()

asyncio.run(main())
