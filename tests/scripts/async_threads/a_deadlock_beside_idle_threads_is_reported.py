# ouro-only: CPython waits for ever
# no-stress: the report's places are the same either way
import asyncio


async def main():
    await asyncio.to_thread(int)
    await asyncio.Event().wait()


asyncio.run(main())
