import asyncio, socket
log = []
async def main():
    loop = asyncio.get_running_loop()
    tick = 0
    def count():
        nonlocal tick
        tick += 1
        if tick < 60: loop.call_soon(count)
    class P(asyncio.Protocol):
        def __init__(self, n): self.n = n
        def connection_made(self, t): log.append((tick, self.n, "made")); self.t = t
        def data_received(self, d): log.append((tick, self.n, d))
        def eof_received(self): log.append((tick, self.n, "eof"))
        def connection_lost(self, e): log.append((tick, self.n, "lost", e))
    a, b = socket.socketpair()
    count()
    t1, p1 = await loop.create_connection(lambda: P("a"), sock=a)
    log.append((tick, "created"))
    t2, p2 = await loop.create_connection(lambda: P("b"), sock=b)
    log.append((tick, "created"))
    t1.write(b"1"); t1.write(b"2")
    await asyncio.sleep(0); await asyncio.sleep(0)
    t2.write(b"3"); t2.close(); log.append((tick, "closed"))
    await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
    r0 = tick
    a, b = socket.socketpair()
    r, w = await asyncio.open_connection(sock=a)
    log.append((tick - r0, "opened"))
    async def rd():
        log.append((tick-r0, await r.readline()))
        log.append((tick-r0, await r.read()))
    t = asyncio.create_task(rd())
    await asyncio.sleep(0)
    b.send(b"line\nx"); log.append((tick-r0, "sent"))
    await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
    b.close(); log.append((tick-r0, "closed"))
    await t
    w.close(); await w.wait_closed(); log.append((tick-r0, "wc"))
    for l in log: print(l)
asyncio.run(main())
