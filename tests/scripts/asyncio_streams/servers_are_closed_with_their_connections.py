import asyncio
async def main():
    loop = asyncio.get_running_loop()
    got = []
    class P(asyncio.Protocol):
        def connection_made(self, t): got.append(t); t.write(b"hi")
    s = await loop.create_server(P, "127.0.0.1", 0, start_serving=False)
    print(s.is_serving(), s.get_loop() is loop)
    await s.start_serving(); print(s.is_serving())
    addr = s.sockets[0].getsockname()
    pairs = [await asyncio.open_connection(*addr) for _ in range(3)]
    for r, w in pairs: print(await r.read(2))
    s.close(); s.close()
    waiting = asyncio.create_task(s.wait_closed())
    await asyncio.sleep(0.01); print("waiting", waiting.done())
    pairs[0][1].close(); await asyncio.sleep(0.01); print(waiting.done())
    s.close_clients(); await asyncio.sleep(0.01); print(waiting.done(), await waiting)
    for r, w in pairs: print(await r.read()); w.close()
    try: await asyncio.open_connection(*addr)
    except ConnectionRefusedError: print("refused")
    try: await s.start_serving()
    except Exception as e: print(type(e).__name__)
    try: await s.serve_forever()
    except RuntimeError as e: print(str(e).split("<")[0], str(e).split(">")[-1])
    def bad(): raise ValueError("factory")
    loop.set_exception_handler(lambda l, c: print("HANDLER", c.get("message"), repr(c.get("exception"))))
    async with await loop.create_server(bad, "127.0.0.1", 0) as s:
        r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
        print(await r.read()); w.close()
    try:
        s1 = await loop.create_server(P, "127.0.0.1", 0)
        await loop.create_server(P, *s1.sockets[0].getsockname(), reuse_address=False)
    except OSError as e: print(str(e).replace(str(s1.sockets[0].getsockname()[1]), "P"))
    s1.close()
    print(s1)
asyncio.run(main())
