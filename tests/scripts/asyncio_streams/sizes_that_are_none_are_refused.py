import asyncio

async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"data")
    print(await reader.read(0), await reader.readexactly(0))
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(error)
    try:
        await reader.readuntil("text")
    except TypeError as error:
        print(error)

asyncio.run(main())
