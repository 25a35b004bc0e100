# interleave (RFC 8305): that many addresses of the first family, then the families in turn.
import asyncio
import socket

tried = []


class Loop(asyncio.EventLoop):
    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        four = [(socket.AF_INET, type, 6, "", (f"127.0.0.{i}", port)) for i in range(1, 5)]
        six = [(socket.AF_INET6, type, 6, "", (f"::{i}", port, 0, 0)) for i in range(2, 4)]
        return four + six


class Silent(socket.socket):
    def __init__(self, family, *args, **kwargs):
        super().__init__(socket.AF_INET, *args, **kwargs)

    def connect(self, address):
        tried.append(address[0])
        raise ConnectionRefusedError(111, "no")


async def main():
    loop = asyncio.get_running_loop()
    real, socket.socket = socket.socket, Silent
    for options in ({}, {"interleave": 0}, {"interleave": 1}, {"interleave": 3}, {"happy_eyeballs_delay": 9}):
        try:
            await loop.create_connection(asyncio.Protocol, "several.test", 1, **options)
        except OSError as error:
            print(options, *tried, error)
        tried.clear()
    socket.socket = real


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
