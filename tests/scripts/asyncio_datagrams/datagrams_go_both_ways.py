import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data.upper(), address)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.answers = asyncio.Queue()
        self.ended = asyncio.get_running_loop().create_future()

    def datagram_received(self, data, address):
        self.answers.put_nowait((data, address[0]))

    def connection_lost(self, error):
        self.ended.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    client, protocol = await loop.create_datagram_endpoint(Client, remote_addr=address)
    for data in (b"one", bytearray(b"two"), memoryview(b"three"), b""):
        client.sendto(data)
        print(await protocol.answers.get())
    client.sendto(b"named", address)
    print(await protocol.answers.get(), client.get_extra_info("peername") == address)
    try:
        client.sendto(b"x", ("127.0.0.1", 1))
    except ValueError as error:
        print(str(error).replace(str(address[1]), "PORT"))
    try:
        client.sendto("text")
    except TypeError as error:
        print(error)
    client.close()
    print(client.is_closing(), await protocol.ended)
    server.abort()
    await asyncio.sleep(0)


asyncio.run(main())
