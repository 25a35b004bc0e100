import asyncio

class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}
        print("init", maxsize)
    def _put(self, item):
        self._queue[item] = True
    def _get(self):
        return self._queue.pop(min(self._queue))

class Logged(asyncio.PriorityQueue):
    name = "logged"
    def __init__(self, *args, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.label = label
    def _put(self, item):
        print("put", item)
        super()._put(item)
    def get_nowait(self):
        print("get_nowait")
        return super().get_nowait()
    def full(self):
        print("full?")
        return super().full()

async def main():
    queue = UniqueQueue(2)
    for item in "ba":
        await queue.put(item)
    print(queue.qsize(), queue.full(), queue)
    print(await queue.get(), await queue.get(), queue.empty())
    logged = Logged(5, label="x")
    await logged.put(2)
    await logged.put(1)
    print(await logged.get(), logged.label, logged.name, logged)

asyncio.run(main())
