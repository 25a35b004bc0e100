import asyncio, socket
class P(asyncio.Protocol):
    def data_received(self, d): print("P", d); self.t.set_protocol(B()); 
    def connection_made(self, t): self.t = t
class B(asyncio.BufferedProtocol):
    def get_buffer(self, n): self.b = bytearray(3); return memoryview(self.b)
    def buffer_updated(self, n): print("B", n, self.b)
    def eof_received(self): print("B eof")
    def connection_lost(self, e): print("B lost", e)
class W(asyncio.StreamReaderProtocol):
    def connection_made(self, t): print("W made"); super().connection_made(t)
    def data_received(self, d): print("W", d); super().data_received(d)
    def connection_lost(self, e): print("W lost", e); super().connection_lost(e)
async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    t, p = await loop.create_connection(P, sock=a)
    b.send(b"one"); await asyncio.sleep(0.01); b.send(b"two+"); await asyncio.sleep(0.01); b.close(); await asyncio.sleep(0.01)
    a, b = socket.socketpair()
    r = asyncio.StreamReader()
    t, p = await loop.create_connection(lambda: W(r), sock=a)
    w = asyncio.StreamWriter(t, p, r, loop)
    b.send(b"data"); print(await r.read(10)); await w.drain()
    w.write_eof(); print(b.recv(5)); b.close(); print(await r.read())
    w.close(); await w.wait_closed()
    t = asyncio.create_task(w.wait_closed()); await t
asyncio.run(main())
