import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as unused, socket.socket() as sock:
        unused.bind(("127.0.0.1", 0))
        sock.setblocking(False)
        port = unused.getsockname()[1]
        try:
            await loop.sock_connect(sock, ("127.0.0.1", port))
        except ConnectionRefusedError as error:
            print(str(error).replace(str(port), "PORT"))


asyncio.run(main())
