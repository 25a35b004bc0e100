import asyncio

class Session:
    def __init__(self, address):
        self._address = address

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("opened", self._address)
        return f"page of {self._address}"

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        print("closed", kind and kind.__name__, error)

async def main():
    async with Session("local") as page:
        print(page)
    try:
        async with Session("other"):
            raise ConnectionError("lost")
    except ConnectionError as error:
        print("outside:", error)

asyncio.run(main())
