# A second callback takes the place of the first, which does not run any more, even if it was due.
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    log = []
    os.write(w, b"x")
    loop.add_reader(r, log.append, "first")
    loop.add_reader(r, log.append, "second")
    while not log:
        await asyncio.sleep(0)
    print(log)
    loop.remove_reader(r)
    other, other_w = os.pipe()
    os.write(other_w, b"x")
    log.clear()

    def one(fd, rest):
        log.append("one of them")
        loop.remove_reader(rest)

    loop.add_reader(r, one, r, other)
    loop.add_reader(other, one, other, r)
    while not log:
        await asyncio.sleep(0)
    print(log)


asyncio.run(main())
