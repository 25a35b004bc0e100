import asyncio
import sys


async def fail():
    raise ValueError("lost")


async def main():
    asyncio.get_running_loop().call_exception_handler({"message": "told"})
    await asyncio.sleep(0)


asyncio.run(main())
sys.exit(0)
