import asyncio

async def main():
    queue = asyncio.Queue(2)
    queue.put_nowait(1)
    queue.put_nowait(2)
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    queue.shutdown()
    for attempt in queue.put, queue.put_nowait:
        try:
            result = attempt(4)
            await result
        except asyncio.QueueShutDown as error:
            print(repr(error))
    print(await asyncio.gather(putter, return_exceptions=True))
    print(await queue.get(), queue.get_nowait())
    for attempt in queue.get, queue.get_nowait:
        try:
            await attempt()
        except asyncio.QueueShutDown as error:
            print(repr(error))
    print(queue)
    queue.task_done()
    queue.task_done()
    await queue.join()

asyncio.run(main())
