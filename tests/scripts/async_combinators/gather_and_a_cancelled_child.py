# A child cancelled by somebody else makes the outer future fail with CancelledError; siblings go on.
import asyncio

async def sibling():
    for _ in range(4):
        await asyncio.sleep(0)
    print("the sibling ends")

async def main():
    child = asyncio.create_task(asyncio.sleep(10))
    future = asyncio.gather(child, sibling())
    await asyncio.sleep(0)
    child.cancel("stop")
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error), future.cancelled(), future)
    print(asyncio.current_task().cancelling())
    for _ in range(6):
        await asyncio.sleep(0)

asyncio.run(main())
