import asyncio

def serve(reader, writer):
    writer.write(b"welcome")
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print(server.sockets)

asyncio.run(main())
