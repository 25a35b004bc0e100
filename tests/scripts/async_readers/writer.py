# A writer runs while there is room, and when the reading end is gone.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    done = loop.create_future()
    sent = 0

    def writable():
        nonlocal sent
        try:
            sent += os.write(w, b"0123456789abcdef" * 256)
        except BrokenPipeError:
            loop.remove_writer(w)
            done.set_result("broken")

    loop.add_writer(w, writable)
    while sent < 65536:
        await asyncio.sleep(0)
    print(sent)
    await asyncio.sleep(0.01)
    print(sent)
    os.close(r)
    print(await done)
    os.close(w)


asyncio.run(main())
