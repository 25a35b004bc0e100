import asyncio
from contextlib import aclosing

async def numbers():
    try:
        for number in range(10):
            yield number
    finally:
        await asyncio.sleep(0)
        print("closed")

async def main():
    async with aclosing(numbers()) as items:
        async for number in items:
            if number == 2:
                break
    print("after")

asyncio.run(main())
