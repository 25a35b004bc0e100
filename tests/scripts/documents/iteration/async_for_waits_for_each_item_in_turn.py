# The loop is not parallel; other tasks run while it waits.
import asyncio

log = []

async def numbers():
    for number in range(2):
        log.append(f"before {number}")
        await asyncio.sleep(0)
        yield number

async def reader():
    async for number in numbers():
        log.append(f"item {number}")
        await asyncio.sleep(0)

async def other():
    for number in range(3):
        log.append(f"other {number}")
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(reader(), other())
    print("\n".join(log))

asyncio.run(main())
