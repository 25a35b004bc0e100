# A body that swallows the cancellation ends normally, and the request is taken back.
import asyncio

async def main():
    async with asyncio.timeout(0) as timeout:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print(timeout, asyncio.current_task().cancelling())
    print(timeout.expired(), asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    print("goes on")

asyncio.run(main())
