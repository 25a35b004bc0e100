import asyncio

class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter")
        return self
    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("exit", kind and kind.__name__)
        return True

async def main():
    async with Manager() as m:
        print("body", type(m).__name__)
    async with Manager():
        raise ValueError
    print("after")

asyncio.run(main())
