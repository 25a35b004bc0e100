import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return turns

async def main():
    for following in asyncio.as_completed([work(5), work(1), work(3, ZeroDivisionError("nought"))], timeout=10):
        try:
            result = await following
        except ZeroDivisionError as error:
            print("failed:", error)
        else:
            print(result)

asyncio.run(main())
