import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
        for sock in (server, client):
            sock.bind(("127.0.0.1", 0))
            sock.setblocking(False)
        receiving = asyncio.create_task(loop.sock_recvfrom(server, 100))
        await asyncio.sleep(0)
        print(await loop.sock_sendto(client, b"question", server.getsockname()))
        data, address = await receiving
        print(data, address == client.getsockname())
        await loop.sock_sendto(server, b"answer", address)
        buffer = bytearray(8)
        size, address = await loop.sock_recvfrom_into(client, buffer)
        print(size, buffer, address == server.getsockname())


asyncio.run(main())
