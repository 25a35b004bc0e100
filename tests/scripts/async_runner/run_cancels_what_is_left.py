# run cancels the tasks that are left and awaits their cleanup, however long it takes.
import asyncio

async def work(name, turns, swallows=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, repr(error))
        for _ in range(turns):
            await asyncio.sleep(0)
        print(name, "cleaned up")
        if not swallows:
            raise

async def main(fails):
    asyncio.create_task(work("first", 3, swallows=True))
    await asyncio.sleep(0)
    if fails:
        raise ValueError("main")
    return "result"

print(asyncio.run(main(False)))
try:
    asyncio.run(main(True))
except ValueError as error:
    print(repr(error))
