# since 3.14: any awaitable will do.
import asyncio

async def work():
    return 1

for wrong in (work, 5):
    try:
        asyncio.run(wrong)
    except TypeError as error:
        print(error)
