import asyncio

async def fetch(address):
    await asyncio.sleep(0)
    if "broken" in address:
        raise ConnectionError(f"cannot reach {address}")
    return f"{address}: page"

async def main():
    made = [fetch(address) for address in ("local-one", "broken", "local-two")]
    for result in await asyncio.gather(*made, return_exceptions=True):
        print(repr(result))

asyncio.run(main())
