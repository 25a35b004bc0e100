# since 3.14
# The two futures of a shield() refer to each other; the call graph leads out of it.
import asyncio


async def wait(future):
    await asyncio.shield(future)


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.1), name="inner")
    outer = asyncio.create_task(wait(inner), name="outer")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(asyncio.capture_call_graph(inner).future.get_name(), asyncio.format_call_graph(inner).count("Task"))
    await outer


asyncio.run(main())
