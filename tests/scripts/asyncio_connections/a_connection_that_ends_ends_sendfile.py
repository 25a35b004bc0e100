# The peer resets the connection in the middle of a file.
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        accepting = asyncio.create_task(loop.sock_accept(listener))
        sender, _ = await loop.create_connection(asyncio.Protocol, *listener.getsockname())
        peer, _ = await accepting
    with open("content", "wb") as file:
        file.truncate(50_000_000)
    with open("content", "rb") as file:
        sending = asyncio.create_task(loop.sendfile(sender, file))
        await loop.sock_recv(peer, 1000)
        peer.close()
        try:
            await sending
        except ConnectionError:
            print("ConnectionError", 0 < file.tell() < 50_000_000)
    sender.abort()
    await asyncio.sleep(0)


asyncio.run(main())
