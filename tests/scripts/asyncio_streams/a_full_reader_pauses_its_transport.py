import asyncio

class Source:
    def pause_reading(self): print("pause", len(reader._buffer))
    def resume_reading(self): print("resume", len(reader._buffer))

class Simple:
    def pause_reading(self): raise NotImplementedError

async def main():
    global reader
    reader = asyncio.StreamReader(limit=4)
    reader.set_transport(Source())
    reader.feed_data(b"12345678")
    reader.feed_data(b"9")
    print(reader._paused)
    await reader.read(4)
    await reader.read(1)
    reader.feed_data(b"abcdefgh")
    waiting = asyncio.create_task(reader.readexactly(20))
    await asyncio.sleep(0)
    print("waits", reader._paused)
    reader.feed_data(b"i" * 8)
    print(await waiting)
    try:
        reader.set_transport(None)
    except AssertionError as error:
        print(error)

    reader = asyncio.StreamReader(limit=1)
    reader.set_transport(Simple())
    reader.feed_data(b"abc")
    print(reader._transport, reader._paused)

asyncio.run(main())
