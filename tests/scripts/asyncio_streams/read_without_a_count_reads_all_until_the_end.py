import asyncio

async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b"0123456789")
    for i in range(3):
        loop.call_later(i / 100, reader.feed_data, b"abc")
    loop.call_later(0.1, reader.feed_eof)
    print(await reader.read())
    print(await reader.read(), await reader.read(-1), reader.at_eof())

asyncio.run(main())
