import asyncio, socket

class Own(asyncio.BufferedProtocol):
    def __init__(self): self.buffer = bytearray(4)
    def get_buffer(self, hint): print("buffer", hint); return self.buffer
    def buffer_updated(self, count): print("updated", count, bytes(self.buffer[:count]))
    def eof_received(self): print("eof")
    def connection_lost(self, exc): print("lost", exc); done.set_result(None)

class Empty(Own):
    def get_buffer(self, hint): return bytearray()

async def main():
    global done
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    for kind in Own, Empty:
        done = loop.create_future()
        near, far = socket.socketpair()
        await loop.create_connection(kind, sock=near)
        far.send(b"abcdef")
        for _ in range(4):
            await asyncio.sleep(0)
        far.close()
        await done

asyncio.run(main())
