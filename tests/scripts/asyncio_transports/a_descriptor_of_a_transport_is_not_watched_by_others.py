import asyncio, socket

async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=near)
    calls = ("add_reader", print), ("add_writer", print), ("remove_reader",), ("remove_writer",)
    for method, *args in calls:
        try:
            getattr(loop, method)(near.fileno(), *args)
        except RuntimeError as error:
            print(str(error).replace(str(near.fileno()), "N").partition(" <")[0])
    transport.close()
    await asyncio.sleep(0)
    far.close()

asyncio.run(main())
