import asyncio

async def serve(reader, writer):
    while data := await reader.read(1000):
        writer.write(data)
    writer.close()

async def client(address, number):
    reader, writer = await asyncio.open_connection(*address)
    data = bytes([number]) * 30_000
    writer.write(data)
    writer.write_eof()
    received = await reader.read()
    writer.close()
    await writer.wait_closed()
    return received == data

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    print(all(await asyncio.gather(*(client(address, number) for number in range(60)))))
    server.close()
    await server.wait_closed()

asyncio.run(main())
