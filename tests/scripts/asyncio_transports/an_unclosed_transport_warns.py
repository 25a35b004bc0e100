import asyncio, gc, socket, warnings

async def open_and_drop(near):
    transport, protocol = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=near)
    transport.pause_reading()

async def main():
    pairs = [socket.socketpair() for _ in range(5)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for near, far in pairs:
            await open_and_drop(near)
        gc.collect()
    print({str(warning.message).split(" fd")[0] for warning in caught})
    near, far = next(pair for pair in pairs if pair[0].fileno() < 0)  # the last one may be found later
    print(near.fileno(), far.recv(10))
    for near, far in pairs:
        far.close()

asyncio.run(main())
