import asyncio, socket

async def main():
    loop = asyncio.get_running_loop()
    for end in "close", "abort":
        near, far = socket.socketpair()
        transport, _ = await loop.create_connection(asyncio.Protocol, sock=near)
        transport.write(b"x" * 1_000_000)
        getattr(transport, end)()
        print(transport.is_closing(), transport.get_write_buffer_size() > 0)
        reader, writer = await asyncio.open_connection(sock=far)
        print(len(await reader.read()) == 1_000_000)
        writer.close()

asyncio.run(main())
