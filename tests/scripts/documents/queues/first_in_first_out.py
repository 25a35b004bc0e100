import asyncio

async def main():
    queue = asyncio.Queue(maxsize=0)
    for number in range(3):
        await queue.put(number)
    print(queue.qsize(), queue.maxsize, queue.full(), queue.empty())
    print([await queue.get() for _ in range(3)], queue.empty())

asyncio.run(main())
