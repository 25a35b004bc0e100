# A body that takes too long is cancelled, and CancelledError becomes TimeoutError.
import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01) as timeout:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("body", repr(error), asyncio.current_task().cancelling())
                raise
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), error.__context__ is error.__cause__, error.__suppress_context__)
    print(timeout.expired(), timeout, asyncio.current_task().cancelling())
    print(asyncio.TimeoutError is TimeoutError)
    async with asyncio.timeout(10) as timeout:
        print("in time")
    print(timeout.expired(), timeout)
    async with asyncio.timeout(None) as timeout:
        await asyncio.sleep(0)
        print(timeout, timeout.when())
    print(timeout)

asyncio.run(main())
