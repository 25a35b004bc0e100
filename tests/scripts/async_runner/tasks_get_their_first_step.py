# A task that main made and did not await gets its first step, then it is cancelled.
import asyncio

async def work():
    print("first step")
    try:
        await asyncio.sleep(0)
        print("never")
    except asyncio.CancelledError as error:
        print(repr(error))

async def main():
    asyncio.create_task(work())

asyncio.run(main())
asyncio.run(main=main())
