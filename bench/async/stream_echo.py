# SPDX-License-Identifier: MIT
# 20,000 lines of 1 KiB that an echo server sends back over 50 loopback connections; bench/reference/echo.cpp is the
# same on libuv.
import asyncio
import time

CONNECTIONS, SIZE, LINES = 50, 1024, 20_000


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()
    writer.close()


async def ask(address, lines):
    reader, writer = await asyncio.open_connection(*address)
    line = b"x" * (SIZE - 1) + b"\n"
    for _ in range(lines):
        writer.write(line)
        await writer.drain()
        assert await reader.readline() == line
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    await asyncio.gather(*(ask(address, LINES // CONNECTIONS) for _ in range(CONNECTIONS)))
    server.close()
    return CONNECTIONS


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
