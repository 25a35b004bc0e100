import asyncio

async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0)
        print("done", item, queue._unfinished_tasks)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    for n in range(3):
        queue.put_nowait(n)
    queue.get_nowait()
    print(queue._unfinished_tasks)
    queue.task_done()
    task = asyncio.create_task(worker(queue))
    joined = [asyncio.create_task(queue.join()) for _ in range(2)]
    await asyncio.sleep(0)
    print(joined[0].done())
    await queue.join()
    print(queue._unfinished_tasks)
    await asyncio.gather(*joined)
    task.cancel()

asyncio.run(main())
