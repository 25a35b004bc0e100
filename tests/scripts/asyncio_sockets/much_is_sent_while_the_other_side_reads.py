import asyncio
import socket


async def read_all(loop, sock):
    size = 0
    while data := await loop.sock_recv(sock, 65536):
        size += len(data)
    return size


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    reading = asyncio.create_task(read_all(loop, right))
    await loop.sock_sendall(left, bytes(5_000_000))
    left.close()
    print(await reading)
    right.close()


asyncio.run(main())
