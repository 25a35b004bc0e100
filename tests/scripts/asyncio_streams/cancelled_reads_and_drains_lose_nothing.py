import asyncio, socket
async def main():
    a, b = socket.socketpair()
    r, w = await asyncio.open_connection(sock=a)
    t = asyncio.create_task(r.readexactly(10))
    await asyncio.sleep(0)
    b.send(b"12345"); await asyncio.sleep(0.01)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", r._waiter, bytes(r._buffer))
    try:
        await asyncio.wait_for(r.readline(), 0.01)
    except TimeoutError: print("timeout")
    b.send(b"67890")
    print(await r.readexactly(10))
    w.write(b"x" * 1000000)
    t = asyncio.create_task(w.drain()); await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("drain cancelled", len(w._protocol._drain_waiters))
    t1 = asyncio.create_task(w.drain()); t2 = asyncio.create_task(w.drain()); await asyncio.sleep(0)
    print(len(w._protocol._drain_waiters))
    b.setblocking(False)
    n = 0
    while n < 1000000:
        try: n += len(b.recv(65536))
        except BlockingIOError: pass
        await asyncio.sleep(0)
    await asyncio.gather(t1, t2); print("drained")
    t = asyncio.create_task(w.wait_closed()); await asyncio.sleep(0); print(t.done())
    w.close(); await t; print("closed")
    await w.wait_closed()
    b.close()
asyncio.run(main())
