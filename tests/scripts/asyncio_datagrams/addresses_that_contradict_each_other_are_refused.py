import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    stream, datagram = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
    for options in [
        {},
        {"sock": stream},
        {"sock": datagram, "local_addr": ("127.0.0.1", 0), "proto": 1},
        {"local_addr": ("127.0.0.1",)},
        {"local_addr": "127.0.0.1"},
        {"local_addr": ("127.0.0.1", 0), "remote_addr": ("::1", 1)},
        {"family": socket.AF_UNIX, "local_addr": ("127.0.0.1", 0)},
        {"local_addr": ("8.8.8.8", 0)},
    ]:
        try:
            await loop.create_datagram_endpoint(asyncio.DatagramProtocol, **options)
        except (ValueError, TypeError, OSError) as error:
            print(type(error).__name__, str(error).split(", got")[0])
    stream.close()
    datagram.close()


asyncio.run(main())
