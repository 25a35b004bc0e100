import asyncio

async def main():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reader.read(1))
    await asyncio.sleep(0)
    for method, args in ("read", (5,)), ("readline", ()), ("readexactly", (3,)), ("readuntil", ()):
        try:
            await getattr(reader, method)(*args)
        except RuntimeError as error:
            print(error)
    first.cancel()
    print(await asyncio.gather(first, return_exceptions=True), reader._waiter)
    reader.feed_data(b"nothing is lost")
    print(await reader.read(100))

asyncio.run(main())
