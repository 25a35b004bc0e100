import asyncio
import time

async def blocker():
    print("blocking")
    time.sleep(0.01)
    print("free again")

async def other():
    print("other begins")
    await asyncio.sleep(0.001)
    print("other ends")

async def main():
    await asyncio.gather(other(), blocker())

asyncio.run(main())
