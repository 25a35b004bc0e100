import asyncio

async def attempt(made):
    try:
        return await made
    except asyncio.QueueShutDown as error:
        return repr(error)

async def main():
    queue = asyncio.Queue()
    queue.put_nowait("left over")
    queue.shutdown()
    print(await attempt(queue.put("late")), await attempt(queue.get()), await attempt(queue.get()))
    waiting = asyncio.Queue()
    task = asyncio.create_task(attempt(waiting.get()))
    await asyncio.sleep(0)
    waiting.shutdown(immediate=True)
    print(await task, asyncio.queues.QueueShutDown is asyncio.QueueShutDown)

asyncio.run(main())
