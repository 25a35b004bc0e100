import asyncio, socket
loop = asyncio.new_event_loop()
a, b = socket.socketpair()
async def go():
    return await asyncio.open_connection(sock=a)
r, w = loop.run_until_complete(go())
w.transport.pause_reading()
loop.close()
w.write(b"x"); print(b.recv(3))
for f in w.transport.resume_reading, w.close:
    try: print(f())
    except RuntimeError as e: print(e)
print(w.is_closing())
b.close()
