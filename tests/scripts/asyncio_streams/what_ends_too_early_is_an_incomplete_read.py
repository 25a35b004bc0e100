import asyncio

async def main():
    for read in "readexactly(4)", "readuntil(b'--')", "readline()":
        reader = asyncio.StreamReader()
        reader.feed_data(b"ab")
        reader.feed_eof()
        try:
            print(await eval("reader." + read))
        except asyncio.IncompleteReadError as error:
            print(error, error.partial, error.expected, isinstance(error, EOFError))
        print(reader.at_eof())

asyncio.run(main())
