import asyncio, logging, socket, sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")

async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=near)
    transport.abort()
    for i in range(6):
        print(i)
        transport.write(b"x")
    far.close()
    await asyncio.sleep(0)

asyncio.run(main())
