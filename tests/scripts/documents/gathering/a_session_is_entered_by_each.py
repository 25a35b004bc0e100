import asyncio

class Session:
    opened = 0

    def __init__(self, address):
        self._address = address

    async def __aenter__(self):
        Session.opened += 1
        await asyncio.sleep(0)
        if not self._address:
            raise ValueError("no address")
        return f"<html>{self._address}</html>"

    async def __aexit__(self, kind, error, trace):
        Session.opened -= 1

async def check(address):
    async with Session(address) as page:
        return f"{address}: {page[:8]}"

async def main():
    print(await asyncio.gather(*(check(address) for address in ("one", "two", "")), return_exceptions=True))
    print(Session.opened)

asyncio.run(main())
