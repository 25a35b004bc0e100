# ouro-only: what the loop needs is not for scripts to close; CPython's loop raises OSError from then on
import asyncio
import os


def touch_all():
    """Closes what there is besides the standard streams, and writes to what cannot be closed."""
    for fd in range(3, 60):
        for operation in (os.close, lambda fd: os.write(fd, b"\xff" * 64), lambda fd: os.read(fd, 64), os.fstat):
            try:
                operation(fd)
            except OSError as error:
                if error.errno != 9:
                    print(fd, error)


async def main():
    loop = asyncio.get_running_loop()
    read, write = os.pipe()
    loop.add_reader(read, print, "never")
    await asyncio.sleep(0.001)
    touch_all()
    opened = [os.open("/dev/null", os.O_RDONLY) for _ in range(20)]
    await asyncio.sleep(0.001)
    print("woken")
    loop.remove_reader(read)
    for fd in opened:
        os.close(fd)


for _ in range(2):
    asyncio.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0.001))
touch_all()
loop.close()
