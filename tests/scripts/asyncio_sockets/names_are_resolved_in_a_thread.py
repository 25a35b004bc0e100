import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("127.0.0.1", 80, family=socket.AF_INET6)
    except socket.gaierror as error:
        print(error.errno == socket.EAI_ADDRFAMILY)


asyncio.run(main())
