import asyncio, os, tempfile

async def serve(reader, writer):
    writer.write(await reader.read())
    writer.close()

async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        server = await asyncio.start_unix_server(serve, path)
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(b"over a path")
        writer.write_eof()
        print(await reader.read(), os.path.exists(path), writer.get_extra_info("peername") == path)
        writer.close()
        server.close()
        await server.wait_closed()
        print(os.path.exists(path))

asyncio.run(main())
