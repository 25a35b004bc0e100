import asyncio

async def main():
    loop = asyncio.get_running_loop()
    made = loop.create_future()

    class Side(asyncio.Protocol):
        def connection_made(self, transport): made.set_result(transport)

    server = await loop.create_server(Side, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    client, _ = await loop.create_connection(asyncio.Protocol, *address)
    accepted = await made
    print(client.get_extra_info("peername") == accepted.get_extra_info("sockname") == address)
    print(client.get_extra_info("sockname") == accepted.get_extra_info("peername"))
    for transport in client, accepted:
        sock = transport.get_extra_info("socket")
        print(type(sock).__name__, sock.family.name, sock.type.name, sock is transport.get_extra_info("socket"))
        print(sock.getsockname() == transport.get_extra_info("sockname"), sock.gettimeout())
        print(transport.get_extra_info("sslcontext"), transport.get_extra_info("other", 5))
        print(isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.ReadTransport))
        transport.close()
    server.close()
    await server.wait_closed()
    print(client.get_extra_info("peername") == address)

asyncio.run(main())
