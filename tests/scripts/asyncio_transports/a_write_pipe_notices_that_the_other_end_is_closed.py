import asyncio, os

class Sink(asyncio.BaseProtocol):
    def connection_lost(self, exc): print("lost", repr(exc)); done.set_result(None)

async def main():
    global done
    loop = asyncio.get_running_loop()
    for size in 0, 300_000:
        done = loop.create_future()
        out, into = os.pipe()
        sink, _ = await loop.connect_write_pipe(Sink, os.fdopen(into, "wb", 0))
        sink.write(b"x" * size)
        os.close(out)
        await done

asyncio.run(main())
