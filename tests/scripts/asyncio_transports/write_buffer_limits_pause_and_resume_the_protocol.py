import asyncio, socket

class Flow(asyncio.Protocol):
    def pause_writing(self): print("pause")
    def resume_writing(self): print("resume"); resumed.set()

async def main():
    global resumed
    resumed = asyncio.Event()
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(Flow, sock=near)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=10)
    print(transport.get_write_buffer_limits())
    for high, low in (5, 10), (10, -1):
        try:
            transport.set_write_buffer_limits(high, low)
        except ValueError as error:
            print(error)
    transport.set_write_buffer_limits(high=0)
    transport.write(b"x" * 600_000)
    transport.write(bytearray(b"y" * 10))
    print(transport.get_write_buffer_size() > 10)
    reader, writer = await asyncio.open_connection(sock=far)
    data = await reader.readexactly(600_010)
    await resumed.wait()
    print(data.count(b"x"), data.endswith(b"y" * 10), transport.get_write_buffer_size())
    transport.close()
    writer.close()

asyncio.run(main())
