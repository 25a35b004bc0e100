import asyncio

async def putter(queue, item):
    try:
        await queue.put(item)
        print("put", item)
    except asyncio.CancelledError:
        print("cancelled", item)

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = [asyncio.create_task(putter(queue, item)) for item in range(1, 5)]
    await asyncio.sleep(0)
    print(queue)
    tasks[2].cancel()
    print(await queue.get())
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(queue)
    print(await queue.get(), await queue.get())
    await asyncio.gather(*tasks)
    print(queue)

asyncio.run(main())
