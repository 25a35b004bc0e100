import asyncio

async def main():
    stack = asyncio.LifoQueue()
    for number in range(4):
        stack.put_nowait(number)
    print([stack.get_nowait() for _ in range(4)])

asyncio.run(main())
