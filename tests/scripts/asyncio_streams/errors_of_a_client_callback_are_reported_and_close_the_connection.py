import asyncio

async def serve(reader, writer):
    await reader.readline()
    raise ValueError("of the callback")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        context["message"], repr(context["exception"]), sorted(context)))
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"go\n")
    print(await reader.read())
    writer.close()
    server.close()

asyncio.run(main())
