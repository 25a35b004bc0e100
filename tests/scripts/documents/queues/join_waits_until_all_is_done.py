import asyncio

async def worker(queue, log):
    while True:
        item = await queue.get()
        await asyncio.sleep(0)
        log.append(item)
        queue.task_done()

async def main():
    queue, log = asyncio.Queue(), []
    await queue.join()
    for number in range(5):
        queue.put_nowait(number)
    task = asyncio.create_task(worker(queue, log))
    await queue.join()
    print(log)
    task.cancel()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)

asyncio.run(main())
