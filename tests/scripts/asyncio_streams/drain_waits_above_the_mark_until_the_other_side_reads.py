import asyncio, socket

async def main():
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    far.setblocking(False)
    data = b"x" * 1_000_000
    writer.write(data)
    print(writer.transport.get_write_buffer_size() > 0)
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print(draining.done())
    received = 0
    while received < len(data):
        try:
            received += len(far.recv(100_000))
        except BlockingIOError:
            pass
        await asyncio.sleep(0)
    await draining
    print(received, writer.transport.get_write_buffer_size())
    await writer.drain()
    far.close()
    print(await reader.read())
    writer.close()

asyncio.run(main())
