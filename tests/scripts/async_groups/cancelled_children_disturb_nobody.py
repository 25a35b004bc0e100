# A child that somebody cancels is no error.
import asyncio

async def child(name):
    try:
        for _ in range(3):
            await asyncio.sleep(0)
        print(name, "ends")
    except asyncio.CancelledError as error:
        print(name, repr(error))
        raise

async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(child("first"))
        second = group.create_task(child("second"))
        await asyncio.sleep(0)
        first.cancel("message")
        try:
            await first
        except asyncio.CancelledError as error:
            print("awaited", repr(error))
    print(first.cancelled(), second.cancelled(), group)

asyncio.run(main())
