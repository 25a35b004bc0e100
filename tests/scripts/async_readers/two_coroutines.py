# Coroutines that wait for descriptors, with timers between them.
import asyncio
import os


async def readable(fd):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.add_reader(fd, future.set_result, None)
    try:
        await future
    finally:
        loop.remove_reader(fd)


async def echo(source, target, name):
    for _ in range(3):
        await readable(source)
        data = os.read(source, 100)
        print(name, data)
        os.write(target, data + name.encode())


async def main():
    a, b = os.pipe()
    c, d = os.pipe()
    os.write(b, b"ball ")
    await asyncio.gather(echo(a, d, "x"), echo(c, b, "y"))
    try:
        await asyncio.wait_for(readable(c), 0.01)
    except TimeoutError:
        print("nothing more there")
    await readable(a)
    print(os.read(a, 100))


asyncio.run(main())
