# Such an object serves both: `await request` and `async with request`.
import asyncio

class Response:
    ok = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("response released")

class Request:
    def __await__(self):
        return self._send().__await__()

    async def _send(self):
        await asyncio.sleep(0)
        return Response()

    async def __aenter__(self):
        self._response = await self
        return await self._response.__aenter__()

    async def __aexit__(self, *error):
        await self._response.__aexit__(*error)

async def main():
    response = await Request()
    print(response.ok)
    async with Request() as response:
        print(response.ok)
    async with await Request() as response:
        print(response.ok)

asyncio.run(main())
