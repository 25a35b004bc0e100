# Like an HTTP client that holds its session from enter to exit.
import asyncio

class Session:
    async def get(self, address):
        await asyncio.sleep(0)
        return {"address": address}

    async def close(self):
        print("session closed")

class Handler:
    def __init__(self, base, limit=10):
        self._base, self._limit, self._session = base, limit, None

    async def __aenter__(self):
        self._session = Session()
        return self

    async def __aexit__(self, kind, error, trace):
        await self._session.close()
        self._session = None

    async def get(self, path):
        if self._session is None:
            raise RuntimeError("use it in an async with block")
        return await self._session.get(self._base + path)

async def main():
    handler = Handler("local:")
    async with handler:
        print(await handler.get("/devices/27"))
    try:
        await handler.get("/devices/28")
    except RuntimeError as error:
        print(error)

asyncio.run(main())
