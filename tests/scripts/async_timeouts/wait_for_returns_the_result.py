# wait_for: result, timeout, exceptions, no timeout.
import asyncio

async def work(error=None):
    await asyncio.sleep(0)
    if error:
        raise error
    return "result"

async def main():
    print(await asyncio.wait_for(work(), 10), await asyncio.wait_for(work(), None))
    print(await asyncio.wait_for(asyncio.create_task(work()), timeout=10))
    print(await asyncio.wait_for(fut=asyncio.gather(work(), work()), timeout=10))
    for error in (ValueError("own"), TimeoutError("own")):
        try:
            await asyncio.wait_for(work(error), 10)
        except (ValueError, TimeoutError) as raised:
            print(repr(raised), raised is error)
    task = asyncio.create_task(asyncio.sleep(10))
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), task.cancelled())
    try:
        await asyncio.wait_for(5, 10)
    except TypeError:
        print("TypeError")

asyncio.run(main())
