import asyncio, os

class Sink(asyncio.Protocol):
    def connection_lost(self, exc): print("sink lost", exc)

async def main():
    loop = asyncio.get_running_loop()
    out, into = os.pipe()
    reader = asyncio.StreamReader()
    source, protocol = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(out, "rb", 0))
    sink, _ = await loop.connect_write_pipe(Sink, os.fdopen(into, "wb", 0))
    print(type(source).__name__, type(sink).__name__, source.get_extra_info("pipe").fileno() == out)
    sink.write(b"line\n")
    print(await reader.readline(), sink.can_write_eof(), sink.get_write_buffer_limits())
    data = b"x" * 300_000
    sink.write(data)
    sink.write(bytearray(b"y"))
    sink.write_eof()
    print(sink.is_closing())
    print(await reader.read() == data + b"y")
    await asyncio.sleep(0)
    print(source.is_closing(), str(source).split()[1])

asyncio.run(main())
