import asyncio

class Quiet:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        print("swallowed", kind.__name__)
        return kind is ValueError

async def main():
    async with Quiet():
        raise ValueError
    print("goes on")
    try:
        async with Quiet():
            raise KeyError("k")
    except KeyError as error:
        print("not this one:", error)

asyncio.run(main())
