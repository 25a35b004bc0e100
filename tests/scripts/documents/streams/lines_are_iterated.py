import asyncio

async def serve(reader, writer):
    for word in (b"one\n", b"two\n", b"three\n"):
        writer.write(word)
        await writer.drain()
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        async for line in reader:
            print(line)
        print(reader.at_eof())
        writer.close()

asyncio.run(main())
