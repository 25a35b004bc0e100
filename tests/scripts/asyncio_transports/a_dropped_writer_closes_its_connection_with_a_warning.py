import asyncio, gc, socket, warnings

async def open_and_drop(near):
    reader, writer = await asyncio.open_connection(sock=near)

async def main():
    pairs = [socket.socketpair() for _ in range(5)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for near, far in pairs:
            await open_and_drop(near)
        gc.collect()
        await asyncio.sleep(0.01)
        gc.collect()
    print({str(warning.message).split(" transport=")[0] for warning in caught})
    near, far = pairs[0]
    far.settimeout(5)
    print(far.recv(10))
    for near, far in pairs:
        far.close()

asyncio.run(main())
