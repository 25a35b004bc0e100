# What cannot be awaited is a TypeError; what was started before goes on.
import asyncio

async def work():
    print("runs")
    await asyncio.sleep(0)
    print("ends")
    raise ValueError("nobody hears of this")

async def main():
    for wrong in (5, None, "text", print, work):
        try:
            asyncio.gather(wrong)
        except TypeError as error:
            print(error)
    try:
        asyncio.gather(work(), 5)
    except TypeError as error:
        print(error)
    for _ in range(4):
        await asyncio.sleep(0)
    try:
        asyncio.gather(return_exceptions=True, other=1)
    except TypeError:
        print("TypeError")

asyncio.run(main())
