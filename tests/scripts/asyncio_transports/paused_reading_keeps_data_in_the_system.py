import asyncio, socket

class Recorder(asyncio.Protocol):
    def data_received(self, data): print("data", data)

async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(Recorder, sock=near)
    print(transport.is_reading())
    transport.pause_reading()
    transport.pause_reading()
    far.send(b"kept")
    for _ in range(5):
        await asyncio.sleep(0)
    print(transport.is_reading())
    transport.resume_reading()
    transport.resume_reading()
    for _ in range(5):
        await asyncio.sleep(0)
    transport.close()
    print(transport.is_reading())
    transport.resume_reading()
    far.close()
    await asyncio.sleep(0)

asyncio.run(main())
