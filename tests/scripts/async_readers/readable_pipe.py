# A reader runs once per iteration of the loop while its descriptor can be read.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    got = []
    done = loop.create_future()

    def readable(name):
        data = os.read(r, 2)
        got.append((name, data))
        if not data:
            loop.remove_reader(r)
            done.set_result("end of file")

    loop.add_reader(r, readable, "pipe")
    await asyncio.sleep(0)
    print(got)
    os.write(w, b"abcde")
    while len(got) < 3:
        await asyncio.sleep(0)
    print(got)
    loop.call_later(0.01, os.close, w)
    print(await done, got[3:])
    os.close(r)


asyncio.run(main())
