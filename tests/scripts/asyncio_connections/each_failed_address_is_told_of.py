# A host has several addresses: connecting goes on to the next, and all_errors tells what each one said.
import asyncio
import socket


class Loop(asyncio.EventLoop):
    addresses = []

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.addresses]


async def connect(loop, port, **options):
    try:
        transport, _ = await loop.create_connection(asyncio.Protocol, "several.test", port, **options)
    except ExceptionGroup as group:
        print(group.message, [type(error).__name__ for error in group.exceptions])
    except OSError as error:
        print(type(error).__name__, str(error).replace(str(port), "PORT"))
    else:
        print("connected to", transport.get_extra_info("peername")[0])
        transport.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, "127.0.0.3", 0)
    port = server.sockets[0].getsockname()[1]
    for loop.addresses in ([], ["127.0.0.1"], ["127.0.0.1"] * 2, ["127.0.0.1", "127.0.0.2"], ["127.0.0.1", "127.0.0.3"]):
        await connect(loop, port)
        if loop.addresses:
            await connect(loop, port, all_errors=True)
            await connect(loop, port, happy_eyeballs_delay=5)
            await connect(loop, port, happy_eyeballs_delay=5, all_errors=True)
    server.close()
    await server.wait_closed()


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
