import asyncio


async def main():
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError
    except ValueError as error:
        timeout = error.__context__
        print(repr(timeout), repr(timeout.__cause__), timeout.__cause__ is timeout.__context__, timeout.__suppress_context__)


asyncio.run(main())
