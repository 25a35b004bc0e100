import asyncio

async def main():
    reader = asyncio.StreamReader()
    asyncio.get_running_loop().call_later(0.01, reader.feed_eof)
    reader.feed_data(b"one\n\ntwo\nrest")
    async for line in reader:
        print(line)
    print(await reader.readline())

asyncio.run(main())
