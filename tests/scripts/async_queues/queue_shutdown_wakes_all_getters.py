import asyncio

async def main():
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[1].cancel()
    queue.shutdown()
    queue.shutdown()
    print(await asyncio.gather(*getters, return_exceptions=True))
    print(queue)

asyncio.run(main())
