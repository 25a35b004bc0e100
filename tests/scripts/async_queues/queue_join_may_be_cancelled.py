import asyncio

async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    first, second = asyncio.create_task(queue.join()), asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    queue.put_nowait(2)
    queue.task_done()
    await asyncio.sleep(0)
    print(first.cancelled(), second.done())
    queue.task_done()
    queue.put_nowait(3)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(second.done(), "although there is work again", queue._unfinished_tasks)

asyncio.run(main())
