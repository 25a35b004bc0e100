import asyncio, re

async def main():
    reader = asyncio.StreamReader()
    print(reader)
    reader.feed_data(b"data")
    print(reader, reader.at_eof(), reader.exception())
    reader.feed_eof()
    print(reader)
    print(asyncio.StreamReader(limit=10))
    reader = asyncio.StreamReader()
    reader._transport = "T"
    reader._paused = True
    reader.set_exception(ValueError("x"))
    print(reader)
    for bad in 0, -1:
        try:
            asyncio.StreamReader(limit=bad)
        except ValueError as error:
            print(error)
    try:
        reader = asyncio.StreamReader()
        reader.feed_eof()
        reader.feed_data(b"late")
    except AssertionError as error:
        print(error)

asyncio.run(main())
