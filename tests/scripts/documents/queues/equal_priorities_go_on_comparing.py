# Pairs of equal priority compare what they carry, so that must be comparable; a counter between keeps the order of arrival.
import asyncio
import itertools

async def main():
    queue, count = asyncio.PriorityQueue(), itertools.count()
    try:
        for item in ((1, {"first": 1}), (1, {"second": 2})):
            queue.put_nowait(item)
    except TypeError as error:
        print(error)
    queue = asyncio.PriorityQueue()
    for urgency, item in ((1, {"first": 1}), (1, {"second": 2}), (0, {"third": 3})):
        queue.put_nowait((urgency, next(count), item))
    print([queue.get_nowait()[2] for _ in range(3)])

asyncio.run(main())
