import asyncio
import socket


async def cancel(coroutine):
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    with left, right, socket.create_server(("127.0.0.1", 0)) as listener:
        for sock in (left, right, listener):
            sock.setblocking(False)
        await cancel(loop.sock_recv(left, 10))
        await cancel(loop.sock_recv_into(left, bytearray(10)))
        await cancel(loop.sock_recvfrom(left, 10))
        await cancel(loop.sock_accept(listener))
        await cancel(loop.sock_sendall(left, bytes(5_000_000)))
        print(loop.remove_reader(left), loop.remove_writer(left), loop.remove_reader(listener))
        right.send(b"data")
        print(await loop.sock_recv(left, 10))


asyncio.run(main())
