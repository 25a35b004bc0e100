import asyncio

async def main():
    queue = asyncio.Queue(2)
    print(str(queue), repr(queue).startswith("<Queue at 0x"), repr(queue).endswith(" maxsize=2>"))
    waiting = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print(queue)
    await asyncio.gather(queue.put("a"), queue.put("b"), queue.put("c"))
    await asyncio.gather(*waiting)
    print(queue)
    waiting = [asyncio.create_task(queue.put(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(queue)
    queue.shutdown()
    print(queue)
    print(await asyncio.gather(*waiting, return_exceptions=True))
    print(asyncio.LifoQueue(), asyncio.PriorityQueue(3), asyncio.Queue[int], asyncio.Queue.__module__)

asyncio.run(main())
