import asyncio, gc, socket, warnings

async def main():
    near, far = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=near)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del reader, writer
        gc.collect()
        await asyncio.sleep(0.01)
        gc.collect()
    print([str(warning.message).split(" transport=")[0] for warning in caught])
    print(far.recv(10))
    far.close()

asyncio.run(main())
