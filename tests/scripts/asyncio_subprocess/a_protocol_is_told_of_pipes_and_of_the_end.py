import asyncio


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self):
        self.over = asyncio.get_running_loop().create_future()
        self.told = []

    def connection_made(self, transport):
        self.told.append("connection_made")

    def pipe_data_received(self, fd, data):
        self.told.append(("pipe_data_received", fd, data))

    def pipe_connection_lost(self, fd, error):
        self.told.append(("pipe_connection_lost", fd, error))

    def process_exited(self):
        self.told.append("process_exited")

    def connection_lost(self, error):
        self.told.append("connection_lost")
        self.over.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_shell(Protocol, "read word; echo $word; exec >&-; exit 4")
    print(transport.get_returncode(), transport.is_closing(), transport.get_protocol() is protocol)
    transport.get_pipe_transport(0).write(b"word\n")
    print(await protocol.over, transport.get_returncode(), transport.get_pipe_transport(1).is_closing())
    print(protocol.told[:2], sorted(map(str, protocol.told[2:-1])), protocol.told[-1])
    transport.close()
    print(transport.is_closing(), transport.get_pipe_transport(9))


asyncio.run(main())
