# A descriptor that was closed while it is watched falls silent.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    os.write(w, b"x")
    loop.add_reader(r, print, "never")
    os.close(r)
    await asyncio.sleep(0.01)
    print(loop.remove_reader(r))
    try:
        loop.add_reader(r, print)
    except OSError as error:
        print(error)
    loop.add_writer(w, print, "never")
    os.close(w)
    await asyncio.sleep(0.001)
    print(loop.remove_writer(w), loop.remove_writer(w))


asyncio.run(main())
