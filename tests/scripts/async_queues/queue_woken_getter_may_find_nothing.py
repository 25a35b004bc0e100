import asyncio

async def getter(queue, name):
    print(name, await queue.get())

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    print("main takes", queue.get_nowait())
    await asyncio.sleep(0)
    print(str(queue))
    for n in "xyz":
        queue.put_nowait(n)
    await asyncio.gather(*tasks)

asyncio.run(main())
