import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket() as client:
        listener.setblocking(False)
        client.setblocking(False)
        accepting = asyncio.create_task(loop.sock_accept(listener))
        await loop.sock_connect(client, listener.getsockname())
        server, address = await accepting
        with server:
            print(server.gettimeout(), address == client.getsockname())
            await loop.sock_sendall(client, memoryview(b"hello world"))
            print(await loop.sock_recv(server, 5))
            buffer = bytearray(10)
            print(await loop.sock_recv_into(server, buffer), buffer)
            receiving = asyncio.create_task(loop.sock_recv(client, 10))
            await asyncio.sleep(0)
            print(receiving.done())
            await loop.sock_sendall(server, bytearray(b"answer"))
            print(await receiving)
        print(await loop.sock_recv(client, 10))


asyncio.run(main())
