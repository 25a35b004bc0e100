import asyncio

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("only")
    try:
        queue.put_nowait("more")
    except asyncio.QueueFull as error:
        print(repr(error))
    print(queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.queues.QueueEmpty as error:
        print(repr(error), asyncio.queues.QueueEmpty is asyncio.QueueEmpty)

asyncio.run(main())
