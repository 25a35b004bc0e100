# When result and timeout are due in one tick, the timeout wins and the result is lost.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "lost")
    try:
        async with asyncio.timeout(0):
            print(await future)
    except TimeoutError as error:
        print(repr(error), future)

asyncio.run(main())
