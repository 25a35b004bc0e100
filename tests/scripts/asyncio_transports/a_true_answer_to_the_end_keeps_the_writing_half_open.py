import asyncio, socket

class Half(asyncio.Protocol):
    def connection_made(self, transport): self.transport = transport
    def eof_received(self):
        asyncio.get_running_loop().call_soon(self.finish)
        return True
    def finish(self):
        self.transport.write(b"after the end")
        self.transport.close()
    def connection_lost(self, exc): print("lost", exc)

async def main():
    near, far = socket.socketpair()
    await asyncio.get_running_loop().create_connection(Half, sock=near)
    reader, writer = await asyncio.open_connection(sock=far)
    writer.write_eof()
    print(await reader.read())
    writer.close()

asyncio.run(main())
