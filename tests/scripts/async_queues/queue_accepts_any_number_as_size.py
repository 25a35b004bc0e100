import asyncio

async def main():
    queue = asyncio.Queue(float("inf"))
    for n in range(5):
        queue.put_nowait(n)
    print(queue.full(), queue)
    queue = asyncio.Queue(1.5)
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(queue.full(), queue.maxsize)
    queue = asyncio.Queue("x")
    try:
        queue.put_nowait(1)
    except TypeError as error:
        print(error)

asyncio.run(main())
