import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    async with await loop.create_server(asyncio.Protocol, ["127.0.0.2", "127.0.0.1", "127.0.0.2"], 0,
                                        keep_alive=True, reuse_port=True, start_serving=False) as server:
        print(sorted(sock.getsockname()[0] for sock in server.sockets))
        for name in ("SO_KEEPALIVE", "SO_REUSEADDR", "SO_REUSEPORT"):
            print(name, {sock.getsockopt(socket.SOL_SOCKET, getattr(socket, name)) for sock in server.sockets})
        print(server.is_serving(), server.get_loop() is loop)
        await server.start_serving()
        await server.start_serving()
        print(server.is_serving())
    print(server.is_serving(), server.sockets, server)

    async with await loop.create_server(asyncio.Protocol, "127.0.0.1", 0) as server:
        address = server.sockets[0].getsockname()
        try:
            await loop.create_server(asyncio.Protocol, *address)
        except OSError as error:
            print(str(error).replace(str(address[1]), "PORT"))
    try:
        await loop.create_server(asyncio.Protocol, "8.8.8.8", 80)
    except OSError as error:
        print(error)


asyncio.run(main())
