import asyncio, socket

class Bad(asyncio.Protocol):
    def data_received(self, data): 1 / 0
    def connection_lost(self, exc): print("lost", repr(exc)); done.set_result(None)

class BadEnd(Bad):
    def data_received(self, data): pass
    def eof_received(self): raise KeyError("end")

async def main():
    global done
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        sorted(context), context["message"], repr(context["exception"])))
    for kind in Bad, BadEnd:
        done = loop.create_future()
        near, far = socket.socketpair()
        await loop.create_connection(kind, sock=near)
        far.send(b"x")
        far.close()
        await done

asyncio.run(main())
