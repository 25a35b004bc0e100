import asyncio

async def attempt(reader, method, *args):
    try:
        print(await getattr(reader, method)(*args))
    except (ValueError, asyncio.LimitOverrunError) as error:
        print(type(error).__name__, error, getattr(error, "consumed", None), repr(error.__context__))

async def main():
    reader = asyncio.StreamReader(limit=5)
    reader.feed_data(b"long line\nshort\nwithout end")
    for _ in range(3):
        await attempt(reader, "readline")
        print(reader)
    reader.feed_data(b"long line\n")
    await attempt(reader, "readuntil")
    await attempt(reader, "readuntil", b"#")
    print(reader)
    await attempt(reader, "readexactly", 10)

asyncio.run(main())
