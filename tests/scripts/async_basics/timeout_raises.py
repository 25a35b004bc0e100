import asyncio

async def main():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError:
        print("wait_for")
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 1))

asyncio.run(main())
