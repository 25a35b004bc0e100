import asyncio
import os
import tempfile

os.chdir(tempfile.mkdtemp())

async def serve(reader, writer):
    writer.write(b"x" * 2500)
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        size = 0
        with open("copy.bin", "wb") as file:
            while chunk := await reader.read(1024):
                size += file.write(chunk)
        print(size)
        writer.close()

asyncio.run(main())
