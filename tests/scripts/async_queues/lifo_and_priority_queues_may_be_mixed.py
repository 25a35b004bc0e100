import asyncio

class First(asyncio.LifoQueue, asyncio.PriorityQueue):
    pass

class Second(asyncio.PriorityQueue, asyncio.LifoQueue):
    pass

class Borrowing(asyncio.LifoQueue):
    _put = asyncio.PriorityQueue._put
    _get = asyncio.PriorityQueue._get

for kind in First, Second, Borrowing:
    queue = kind()
    for item in 2, 3, 1:
        queue.put_nowait(item)
    print(queue, [queue.get_nowait() for _ in range(3)])
