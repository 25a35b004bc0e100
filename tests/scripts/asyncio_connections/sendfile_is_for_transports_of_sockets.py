import asyncio
import io
import os


async def main():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    transport, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, open(writing, "wb", 0))
    try:
        await loop.sendfile(transport, io.BytesIO(b"x"))
    except RuntimeError as error:
        print(str(error).split("<")[0])
    transport.close()
    await asyncio.sleep(0)
    os.close(reading)


asyncio.run(main())
