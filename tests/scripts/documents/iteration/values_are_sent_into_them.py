import asyncio
from typing import AsyncGenerator

async def summer() -> AsyncGenerator[int, int]:
    total = 0
    while True:
        given = yield total
        await asyncio.sleep(0)
        total += given

async def main():
    made = summer()
    print(await made.asend(None), await made.asend(5), await made.asend(7))
    try:
        await made.athrow(ValueError("stop"))
    except ValueError as error:
        print(error)
    await made.aclose()

print(AsyncGenerator[int, int])
asyncio.run(main())
