# Keys come one by one from something that must be awaited, as from a data base.
import asyncio

class Store:
    def __init__(self, **values):
        self._values = values

    async def get(self, key):
        await asyncio.sleep(0)
        return self._values.get(key)

class Values:
    def __init__(self, store, keys):
        self._store, self._keys = store, iter(keys)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            key = next(self._keys)
        except StopIteration:
            raise StopAsyncIteration
        return await self._store.get(key)

async def main():
    store = Store(red=1, green=2)
    async for value in Values(store, ["red", "blue", "green"]):
        print(value)

asyncio.run(main())
