import asyncio

async def serve(reader, writer):
    print("served", writer.get_extra_info("peername") is not None)
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    print("server side closed")

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    print(writer.get_extra_info("peername") == (host, port), writer.can_write_eof())
    writer.write(b"hello\n")
    print(await reader.readline())
    writer.writelines([b"a", bytearray(b"b\n"), memoryview(b"c\n")])
    print(await reader.readexactly(5))
    writer.write_eof()
    print(await reader.read())
    print(writer.is_closing())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    print(server.is_serving())
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)

asyncio.run(main())
