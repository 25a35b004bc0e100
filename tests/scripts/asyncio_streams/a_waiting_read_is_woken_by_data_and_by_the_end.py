import asyncio

async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    loop.call_soon(reader.feed_data, b"abc")
    print(await reader.read(2), await reader.read(2))
    loop.call_soon(reader.feed_data, b"li")
    loop.call_soon(reader.feed_data, b"ne\nx")
    print(await reader.readline())
    loop.call_soon(reader.feed_data, b"yz")
    print(await reader.readexactly(3))
    loop.call_soon(reader.feed_eof)
    print(await reader.read(1), reader.at_eof(), await reader.readline(), await reader.read())

asyncio.run(main())
