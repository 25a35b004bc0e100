# Readers and the end of their loop.
import asyncio
import os

r, w = os.pipe()
os.write(w, b"x")
seen = []


async def main():
    loop = asyncio.get_running_loop()
    loop.add_reader(r, seen.append, "never removed")
    await asyncio.sleep(0)
    return loop


for _ in range(2):
    loop = asyncio.run(main())
    print(seen[0])
    seen.clear()
for call in (
    lambda: loop.add_reader(r, print),
    lambda: loop.add_writer("x", print),
    lambda: loop.add_writer(-1, print),
    lambda: loop.remove_reader(r),
    lambda: loop.remove_writer(-1),
    lambda: loop.remove_writer("x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
