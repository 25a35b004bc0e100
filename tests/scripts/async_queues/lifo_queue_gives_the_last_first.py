import asyncio

async def main():
    queue = asyncio.LifoQueue(3)
    for item in "abc":
        await queue.put(item)
    print(queue.full(), queue)
    print([queue.get_nowait() for _ in range(3)], type(queue._queue), isinstance(queue, asyncio.Queue))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")

asyncio.run(main())
