import asyncio, socket

class Bad(asyncio.Protocol):
    def connection_made(self, transport): raise ValueError("made")
    def connection_lost(self, exc): raise ValueError("lost")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        sorted(context), context["message"].split("(")[0].split(" at ")[0].replace("<bound method", "").split()[:3],
        repr(context["exception"])))
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(Bad, sock=near)
    transport.close()
    await asyncio.sleep(0.01)
    print(near.fileno())
    far.close()

asyncio.run(main())
