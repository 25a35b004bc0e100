# What add_reader, remove_reader and the like return.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    print(loop.remove_reader(r), loop.remove_writer(w))
    print(loop.add_reader(r, print), loop.add_writer(w, print))
    print(loop.remove_writer(r), loop.remove_reader(w))
    print(loop.remove_reader(r), loop.remove_writer(w))
    print(loop.remove_reader(r), loop.remove_writer(w))
    print(loop.remove_reader(2**70), loop.remove_reader(99999))


asyncio.run(main())
