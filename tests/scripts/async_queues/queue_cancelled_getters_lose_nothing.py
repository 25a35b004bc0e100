import asyncio

async def getter(queue, name):
    try:
        print(name, await queue.get())
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    queue.put_nowait(1)
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait(2)
    await asyncio.gather(*tasks)
    print(queue)

asyncio.run(main())
