import asyncio

async def producer(queue, name):
    await queue.put(name)
    print("put", name, list(queue._queue))

async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(producer(queue, name)) for name in "abcd"]
    await asyncio.sleep(0)
    for _ in range(4):
        print("got", await queue.get())
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    print(queue)

asyncio.run(main())
