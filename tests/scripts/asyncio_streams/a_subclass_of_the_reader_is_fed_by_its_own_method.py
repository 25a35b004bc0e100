import asyncio, socket

class Reader(asyncio.StreamReader):
    def feed_data(self, data):
        print("fed", data)
        super().feed_data(data)

    def feed_eof(self):
        print("end")
        super().feed_eof()

async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    reader = Reader()
    transport, protocol = await loop.create_connection(lambda: asyncio.StreamReaderProtocol(reader), sock=near)
    far.send(b"data")
    print(await reader.read(10))
    far.close()
    print(await reader.read(10))
    transport.close()
    await asyncio.sleep(0.01)

asyncio.run(main())
