import asyncio

class Job:
    def __init__(self, rank): self.rank = rank
    def __lt__(self, other): return self.rank < other.rank

async def main():
    queue = asyncio.PriorityQueue()
    for item in (2, "b"), (1, "z"), (2, "a"), (0, "q"):
        await queue.put(item)
    print(queue)
    while not queue.empty():
        print(await queue.get())
    for rank in 5, 3, 9, 1:
        queue.put_nowait(Job(rank))
    print([queue.get_nowait().rank for _ in range(4)], type(queue._queue))

asyncio.run(main())
