import asyncio, socket

class Recorder(asyncio.Protocol):
    def connection_made(self, transport): print("made", type(transport).__name__, transport.get_protocol() is self)
    def data_received(self, data): print("data", data)
    def eof_received(self): print("eof")
    def connection_lost(self, exc): print("lost", exc); done.set_result(None)

async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    near, far = socket.socketpair()
    transport, protocol = await loop.create_connection(Recorder, sock=near)
    far.send(b"abc")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    far.close()
    await done
    print(transport.is_closing(), transport.get_protocol(), str(transport).split()[1])

asyncio.run(main())
