import asyncio
import io
import socket


async def read_all(loop, sock):
    content = b""
    while data := await loop.sock_recv(sock, 65536):
        content += data
    return content


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    content = bytes(range(256)) * 2000
    with open("content", "wb") as file:
        file.write(content)
    reading = asyncio.create_task(read_all(loop, right))
    with open("content", "rb") as file:
        print(await loop.sock_sendfile(left, file), file.tell())
        print(await loop.sock_sendfile(left, file, 1000, 10), file.tell())
        for offset, count in ((-1, None), ("x", None), (0, 0), (0, "x")):
            try:
                await loop.sock_sendfile(left, file, offset, count)
            except (ValueError, TypeError) as error:
                print(type(error).__name__, error)
    memory = io.BytesIO(content)
    print(await loop.sock_sendfile(left, memory, 1000, 10), memory.tell())
    try:
        await loop.sock_sendfile(left, memory, fallback=False)
    except asyncio.SendfileNotAvailableError as error:
        print(error)
    left.close()
    print(await reading == content + content[1000:1010] * 2)
    right.close()


asyncio.run(main())
