import asyncio, socket, struct
async def main():
    loop = asyncio.get_running_loop()
    s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen()
    r, w = await asyncio.open_connection(*s.getsockname())
    far, _ = s.accept()
    far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    far.close()
    for name in "read", "drain", "wait_closed", "read":
        try:
            print(name, await (r.read(5) if name == "read" else getattr(w, name)()))
        except OSError as e: print(name, repr(e))
    print(r.exception(), w.is_closing(), w.transport.get_extra_info("peername")[0])
    w.write(b"x")
    w.close()
    s.close()
asyncio.run(main())
