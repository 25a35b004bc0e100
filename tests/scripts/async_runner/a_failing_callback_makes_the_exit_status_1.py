# ouro-only: the exit status
import asyncio


async def main():
    asyncio.get_running_loop().call_soon(lambda: [][0])
    await asyncio.sleep(0)


asyncio.run(main())
