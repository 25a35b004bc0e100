import asyncio

async def produce(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n)
    await queue.put(None)

async def consume(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
    return "consumed"

async def main():
    queue = asyncio.Queue(2)
    producer = asyncio.create_task(produce(queue))
    print(await consume(queue), producer.done(), queue.empty())

asyncio.run(main())
