import asyncio

async def main():
    queue = asyncio.PriorityQueue()
    for n in 3, 1, 2:
        queue.put_nowait(n)
    print(queue.get_nowait(), queue._unfinished_tasks)
    join = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await asyncio.sleep(0)
    print(queue, join.done())
    queue.task_done()
    await join
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("shut down")
    queue = asyncio.Queue()
    queue.put_nowait(1)
    join = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(True)
    await join
    print(queue)

asyncio.run(main())
