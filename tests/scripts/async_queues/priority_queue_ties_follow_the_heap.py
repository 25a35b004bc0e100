import asyncio

class Job:
    def __init__(self, rank, name): self.rank, self.name = rank, name
    def __lt__(self, other): return self.rank < other.rank

async def main():
    queue = asyncio.PriorityQueue()
    for name in range(6):
        queue.put_nowait(Job(1, name))
    print([queue.get_nowait().name for _ in range(6)])
    for name in range(20):
        queue.put_nowait(Job(name * 7 % 4, name))
    print([queue.get_nowait().name for _ in range(20)])

asyncio.run(main())
