# Equal timeouts expire in the order in which they were made.
import asyncio


async def wait(name):
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print(name, "expired")


async def main():
    await asyncio.gather(*(wait(i) for i in range(8)))
    async with asyncio.timeout(None) as moved:
        moved.reschedule(asyncio.get_running_loop().time() + 60)
        await asyncio.gather(*(asyncio.wait_for(wait(i), 0.5) for i in range(8)))


asyncio.run(main())
