import asyncio

async def main():
    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    reader.set_exception(OSError("broken"))
    for read in waiting, reader.read(1), reader.readexactly(1), reader.readuntil(), reader.read():
        try:
            await read
        except OSError as error:
            print(error, error is reader.exception())

asyncio.run(main())
