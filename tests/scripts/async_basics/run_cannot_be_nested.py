import asyncio

async def main():
    coroutine = asyncio.sleep(0)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    try:
        asyncio.run(5)
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__)

asyncio.run(main())
