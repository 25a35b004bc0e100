import asyncio

async def serve(reader, writer):
    request = await reader.readline()
    while (await reader.readline()).strip():
        pass
    body = b"page of " + request.split()[1]
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()
    writer.close()
    await writer.wait_closed()

async def fetch(port, path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: local\r\n\r\n".encode())
    status = await reader.readline()
    length = int((await reader.readline()).split(b":")[1])
    await reader.readline()
    body = await reader.readexactly(length)
    writer.close()
    await writer.wait_closed()
    return status.decode().strip(), body.decode()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        for result in await asyncio.gather(*(fetch(port, f"/{name}") for name in ("ann", "bo", "cy"))):
            print(*result)

asyncio.run(main())
