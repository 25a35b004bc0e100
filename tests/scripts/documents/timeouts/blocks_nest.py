import asyncio

async def main():
    for outer, inner in ((60, 0.001), (0.001, 60)):
        try:
            async with asyncio.timeout(outer) as first:
                try:
                    async with asyncio.timeout(inner) as second:
                        await asyncio.sleep(30)
                except TimeoutError:
                    print("inner")
        except TimeoutError:
            print("outer")
        print(first.expired(), second.expired())

asyncio.run(main())
