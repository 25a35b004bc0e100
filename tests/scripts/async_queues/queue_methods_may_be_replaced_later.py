import asyncio

class Mine(asyncio.Queue):
    pass

async def main():
    queue = asyncio.Queue()
    queue._put = lambda item: queue._queue.appendleft(item)
    queue.full = lambda: False
    for n in range(3):
        queue.put_nowait(n)
    del queue._put
    await queue.put("plain")
    print(list(queue._queue))
    mine = Mine()
    mine.put_nowait(1)
    Mine._put = lambda self, item: self._queue.append((item, item))
    await mine.put(2)
    del Mine._put
    mine.put_nowait(3)
    mine.__dict__["_put"] = lambda item: mine._queue.append("dictionary")
    mine.put_nowait(4)
    print(mine)
    queue = asyncio.Queue()
    queue._queue = [1, 2]
    print(queue.qsize(), queue.empty(), queue)
    try:
        queue.get_nowait()
    except AttributeError as error:
        print(error)

asyncio.run(main())
