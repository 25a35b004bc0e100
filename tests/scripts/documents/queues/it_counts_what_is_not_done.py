import asyncio

async def main():
    queue = asyncio.Queue(5)
    counts = [queue._unfinished_tasks]
    for number in range(3):
        queue.put_nowait(number)
    counts.append(queue._unfinished_tasks)
    await queue.get()
    counts.append(queue._unfinished_tasks)
    queue.task_done()
    counts.append(queue._unfinished_tasks)
    print(counts, str(queue).split()[-2:])

asyncio.run(main())
