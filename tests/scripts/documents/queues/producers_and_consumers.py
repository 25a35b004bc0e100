import asyncio

async def producer(name, queue):
    for number in range(3):
        await queue.put(f"{name}{number}")
        await asyncio.sleep(0)

async def consumer(queue, log):
    while (item := await queue.get()) is not None:
        log.append(item)

async def main():
    queue, log = asyncio.Queue(maxsize=4), []
    consumers = [asyncio.create_task(consumer(queue, log)) for _ in range(2)]
    await asyncio.gather(producer("a", queue), producer("b", queue))
    for _ in consumers:
        await queue.put(None)
    await asyncio.gather(*consumers)
    print(sorted(log), queue.empty())

asyncio.run(main())
