import asyncio
import asyncio.queues

async def main():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error), error.args)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as error:
        print(repr(error), error.args)
    for kind in asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown:
        print(kind, kind.__bases__, getattr(asyncio.queues, kind.__name__) is kind)

asyncio.run(main())
