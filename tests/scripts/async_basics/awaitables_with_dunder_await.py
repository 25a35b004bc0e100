import asyncio

class Twice:
    def __init__(self, n): self.n = n
    def __await__(self):
        yield
        yield
        return self.n * 2

async def main():
    print(await Twice(4), await asyncio.gather(Twice(1), Twice(2)))
    try:
        await 5
    except TypeError as error:
        print(type(error).__name__)

asyncio.run(main())
