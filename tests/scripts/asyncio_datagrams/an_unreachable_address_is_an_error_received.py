import asyncio
import socket


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.error = asyncio.get_running_loop().create_future()

    def error_received(self, error):
        self.error.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.bind(("127.0.0.1", 0))
        address = sock.getsockname()
    transport, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    transport.sendto(b"is anybody there?")
    print(repr(await protocol.error))
    transport.close()
    await asyncio.sleep(0)


asyncio.run(main())
