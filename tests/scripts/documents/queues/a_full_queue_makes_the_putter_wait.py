import asyncio

async def putter(queue):
    for number in range(4):
        await queue.put(number)
        print("put", number)

async def main():
    queue = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(putter(queue))
    await asyncio.sleep(0)
    print("full", queue.full(), queue.qsize())
    while not (task.done() and queue.empty()):
        print("got", await queue.get())
        await asyncio.sleep(0)

asyncio.run(main())
