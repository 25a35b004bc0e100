import asyncio

async def work():
    pass

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    print(" created at " in repr(task), " created at " in repr(loop.create_future()))
    print(repr(loop.call_soon(int)).rpartition("/")[2])

asyncio.run(main(), debug=True)
