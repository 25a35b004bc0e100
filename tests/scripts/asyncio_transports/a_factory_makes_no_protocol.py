# What is no protocol is refused where the transport is made; the loop and other connections go on.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: None, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    try:
        await loop.create_connection(lambda: 5, *address)
    except AttributeError as error:
        print(error)
    reader, writer = await asyncio.open_connection(*address)
    await asyncio.sleep(0.01)
    print("alive")
    writer.close()
    server.close()


asyncio.run(main())
