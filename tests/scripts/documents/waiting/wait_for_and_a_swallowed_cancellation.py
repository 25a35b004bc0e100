# Whoever hides the cancellation hides the timeout too, if it then returns.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "a result after all"

async def main():
    print(await asyncio.wait_for(stubborn(), 0.01))

asyncio.run(main())
