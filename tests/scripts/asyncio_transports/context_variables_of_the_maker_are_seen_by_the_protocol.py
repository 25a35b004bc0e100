import asyncio, contextvars, socket

who = contextvars.ContextVar("who", default="nobody")

class Seeing(asyncio.Protocol):
    def connection_made(self, transport): print("made", who.get())
    def data_received(self, data): print("data", who.get())
    def connection_lost(self, exc): print("lost", who.get()); done.set_result(None)

async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    near, far = socket.socketpair()
    who.set("maker")
    await loop.create_connection(Seeing, sock=near)
    who.set("later")
    far.send(b"x")
    await asyncio.sleep(0.01)
    far.close()
    await done

asyncio.run(main())
