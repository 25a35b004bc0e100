import asyncio

async def work():
    return asyncio.current_task().get_name()

async def main():
    named = asyncio.create_task(work(), name="courier")
    print(named.get_name(), await named)
    named.set_name(7)
    print(repr(named.get_name()))
    automatic = asyncio.create_task(work())
    print(automatic.get_name().startswith("Task-"), (await automatic).startswith("Task-"))

asyncio.run(main())
