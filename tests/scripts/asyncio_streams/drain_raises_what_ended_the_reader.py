import asyncio, socket

async def main():
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    reader.set_exception(OSError("no"))
    try:
        await writer.drain()
    except OSError as error:
        print(error)
    writer.close()
    far.close()

asyncio.run(main())
