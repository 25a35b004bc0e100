import asyncio


async def connect(loop, port, local):
    try:
        transport, _ = await loop.create_connection(asyncio.Protocol, "127.0.0.1", port, local_addr=(local, 0))
    except OSError as error:
        print(error.errno, str(error).removeprefix("[Errno 99] "))
    else:
        print("from", transport.get_extra_info("sockname")[0])
        transport.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for local in ("127.0.0.2", "8.8.8.8", "::1"):
        await connect(loop, port, local)
    server.close()
    await server.wait_closed()


asyncio.run(main())
