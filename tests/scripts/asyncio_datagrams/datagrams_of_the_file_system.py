import asyncio
import socket


class Receiver(asyncio.DatagramProtocol):
    def __init__(self):
        self.received = asyncio.Queue()

    def datagram_received(self, data, address):
        self.received.put_nowait((data, address))


async def main():
    loop = asyncio.get_running_loop()
    server, protocol = await loop.create_datagram_endpoint(Receiver, local_addr="server", family=socket.AF_UNIX)
    client, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr="client",
                                                    remote_addr="server", family=socket.AF_UNIX)
    client.sendto(b"hello")
    print(await protocol.received.get())
    client.close()
    server.close()
    await asyncio.sleep(0)


asyncio.run(main())
