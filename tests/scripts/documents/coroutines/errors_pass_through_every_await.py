import asyncio

async def bottom():
    await asyncio.sleep(0)
    return 1 // 0

async def middle():
    try:
        await bottom()
    finally:
        print("middle is left")

async def main():
    try:
        await middle()
    except ZeroDivisionError as error:
        print("main:", type(error).__name__)

asyncio.run(main())
