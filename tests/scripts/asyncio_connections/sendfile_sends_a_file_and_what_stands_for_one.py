# A regular file goes by sendfile(2), any other object that can be read by reading it.
import asyncio
import io
import os


class Receiver(asyncio.Protocol):
    def connection_made(self, transport):
        self.data = bytearray()
        self.ended = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.data += data

    def connection_lost(self, error):
        self.ended.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    receiver = Receiver()
    server = await loop.create_server(lambda: receiver, "127.0.0.1", 0)
    sender, protocol = await loop.create_connection(Receiver, *server.sockets[0].getsockname())
    content = os.urandom(1000) * 10_000
    with open("content", "wb") as file:
        file.write(content)
    sender.write(b"x" * 100_000)
    with open("content", "rb") as file:
        sending = asyncio.create_task(loop.sendfile(sender, file))
        await asyncio.sleep(0)
        try:
            sender.write(b"between")
        except RuntimeError as error:
            print(error)
        print(await sending, file.tell())
        print(await loop.sendfile(sender, file, 100, 1000), file.tell())
        print(await loop.sendfile(sender, file, 10_000_000), file.tell())
    memory = io.BytesIO(content)
    try:
        await loop.sendfile(sender, memory, fallback=False)
    except asyncio.SendfileNotAvailableError as error:
        print(type(error).__name__, isinstance(error, RuntimeError))
    print(await loop.sendfile(sender, memory, 5), memory.tell())
    print(await loop.sendfile(sender, memory, 5, 7), memory.tell())
    print(sender.is_reading())
    sender.close()
    await receiver.ended
    expected = b"x" * 100_000 + content + content[100:1100] + content[5:] + content[5:12]
    print(receiver.data == expected)
    try:
        await loop.sendfile(sender, memory)
    except RuntimeError as error:
        print(error)
    server.close()
    await server.wait_closed()


asyncio.run(main())
