# When main raises SystemExit or KeyboardInterrupt, the other tasks are still cancelled and awaited.
import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        for _ in range(3):
            await asyncio.sleep(0)
        print("cleaned up")

async def main(error):
    asyncio.create_task(work())
    await asyncio.sleep(0)
    raise error

for error in (SystemExit(3), KeyboardInterrupt("own")):
    try:
        asyncio.run(main(error))
    except BaseException as raised:
        print(repr(raised), raised is error)
