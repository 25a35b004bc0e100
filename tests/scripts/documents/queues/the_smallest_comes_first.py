import asyncio
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    urgency: int
    name: str = field(compare=False)

async def main():
    queue = asyncio.PriorityQueue()
    for pair in ((2, "answer"), (0, "alarm"), (1, "note"), (1, "letter")):
        await queue.put(pair)
    print([await queue.get() for _ in range(4)])
    for word in ("pear", "fig", "apple"):
        queue.put_nowait(word)
    print([queue.get_nowait() for _ in range(3)])
    for job in (Job(3, "clean"), Job(1, "save"), Job(2, "print")):
        queue.put_nowait(job)
    print([queue.get_nowait().name for _ in range(3)])

asyncio.run(main())
