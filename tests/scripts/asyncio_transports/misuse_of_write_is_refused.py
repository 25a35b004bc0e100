import asyncio, socket

async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=near)
    for data in "text", None, [1]:
        try:
            transport.write(data)
        except TypeError as error:
            print(error)
    transport.write(b"")
    transport.writelines([])
    transport.write_eof()
    transport.write_eof()
    for method, data in ("write", b"x"), ("writelines", [b"x"]):
        try:
            getattr(transport, method)(data)
        except RuntimeError as error:
            print(error)
    print(far.recv(10))
    transport.close()
    far.close()

asyncio.run(main())
