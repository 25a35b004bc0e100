import asyncio
import socket

async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    with left, right:
        left.setblocking(False)
        right.setblocking(False)
        reading = asyncio.create_task(loop.sock_recv(right, 100))
        await asyncio.sleep(0)
        print(reading.done())
        await loop.sock_sendall(left, b"over the loop")
        print(await reading)

asyncio.run(main())
