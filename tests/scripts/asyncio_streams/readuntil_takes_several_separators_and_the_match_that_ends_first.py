import asyncio

async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"one\r\ntwo\nthree--four\r")
    for _ in range(3):
        print(await reader.readuntil((b"\r\n", b"\n", b"--")))
    waiting = asyncio.create_task(reader.readuntil((b"\r\n", b"end")))
    await asyncio.sleep(0)
    reader.feed_data(b"\nfive en")
    print(await waiting)
    waiting = asyncio.create_task(reader.readuntil(bytearray(b"end")))
    await asyncio.sleep(0)
    reader.feed_data(b"d of it")
    print(await waiting, bytes(reader._buffer))
    for separator in b"", (), (b"a", b""):
        try:
            await reader.readuntil(separator)
        except ValueError as error:
            print(error)

asyncio.run(main())
