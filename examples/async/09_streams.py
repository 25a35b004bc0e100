# SPDX-License-Identifier: MIT
"""Streams: a server and its clients, both in this program, over the network of this machine."""

import asyncio


async def serve(reader, writer):
    """Runs as a task of its own for each client: answers every line until the client has no more."""
    async for line in reader:
        number = int(line)
        writer.write(f"{number} squared is {number * number}\n".encode())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, *numbers):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for number in numbers:
        writer.write(f"{number}\n".encode())
        await writer.drain()
        answers.append((await reader.readline()).decode().strip())
    writer.write_eof()
    rest = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answers, rest


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print("one client:", await ask(port, 3))
        for answers, rest in await asyncio.gather(ask(port, 1, 2), ask(port, 10, 20)):
            print("of two at once:", answers, rest)
    try:
        await ask(port)
    except ConnectionRefusedError:
        print("the server is closed: ConnectionRefusedError")


asyncio.run(main())
