import asyncio

async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"first\nsecond\nrest")
    turns = []
    asyncio.get_running_loop().call_soon(turns.append, 1)
    print(await reader.readline(), await reader.readuntil(b"d\n"), await reader.readexactly(2), await reader.read(100))
    print(turns)
    await asyncio.sleep(0)
    print(turns)

asyncio.run(main())
