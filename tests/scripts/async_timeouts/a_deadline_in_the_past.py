# Deadlines that are over cancel at the first real suspension.
import asyncio

async def quick():
    return "no suspension"

async def main():
    for delay in (0, -1):
        async with asyncio.timeout(delay) as timeout:
            print(await quick())
        print(timeout.expired(), timeout)
        try:
            async with asyncio.timeout(delay):
                print("before")
                await asyncio.sleep(0)
                print("after one turn")
                await asyncio.sleep(0)
                print("never")
        except TimeoutError as error:
            print(repr(error))

asyncio.run(main())
