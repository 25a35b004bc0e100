import asyncio

async def serve(reader, writer):
    await reader.read()
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            async with asyncio.timeout(0.01):
                await reader.readline()
        except TimeoutError:
            print("no answer in time")
        writer.close()
        await writer.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", server_port(reader, writer))
    except OSError as error:
        print(type(error).__name__)

def server_port(reader, writer):
    return writer.get_extra_info("peername")[1]

asyncio.run(main())
