import asyncio, socket

async def main():
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    writer.write(b"x" * 1_000_000)
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    writer.transport.abort()
    await draining
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(error)
    await writer.wait_closed()
    print(await reader.read())
    far.close()

asyncio.run(main())
