import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def resource():
    print("opened")
    try:
        yield
    finally:
        print("closed")

async def endless():
    while True:
        await asyncio.sleep(0.001)
        yield 1

async def main():
    seen = 0
    try:
        async with asyncio.timeout(0.03), resource():
            async for one in endless():
                seen += one
    except TimeoutError:
        print("left", seen > 0)

asyncio.run(main())
