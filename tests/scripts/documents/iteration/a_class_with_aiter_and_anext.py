import asyncio

class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n -= 1
        return self.n

async def main():
    async for number in Countdown(3):
        print(number)
    print([number async for number in Countdown(4)], [number async for number in Countdown(0)])

asyncio.run(main())
