import asyncio

async def main():
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError as error:
                print("inside:", type(error).__name__)
                raise
    except TimeoutError as error:
        print("outside:", type(error).__name__, type(error.__cause__).__name__)

asyncio.run(main())
