import asyncio, gc, socket, warnings

async def open_and_drop(near):
    transport, protocol = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=near)
    transport.pause_reading()

async def main():
    near, far = socket.socketpair()
    far.settimeout(5)
    await open_and_drop(near)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        gc.collect()
    print([str(warning.message).split(" fd")[0] for warning in caught if "transport" in str(warning.message)])
    print(near.fileno(), far.recv(10))
    far.close()

asyncio.run(main())
