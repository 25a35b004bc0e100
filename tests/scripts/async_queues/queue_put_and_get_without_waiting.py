import asyncio

async def main():
    queue = asyncio.Queue(2)
    asyncio.get_running_loop().call_soon(print, "the loop's turn")
    print(await queue.put("a"), queue.put_nowait("b"))
    print(queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    print(await queue.get(), queue.get_nowait())
    print(queue.qsize(), queue.empty(), queue.full())
    for size in 0, -1:
        endless = asyncio.Queue(size)
        for n in range(100):
            await endless.put(n)
        print(endless.full(), endless.qsize(), endless.maxsize)
    await asyncio.sleep(0)

asyncio.run(main())
