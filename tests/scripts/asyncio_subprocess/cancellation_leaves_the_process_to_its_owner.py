# Waiting, reading, writing and communicating can be cancelled; what was not read is there for the next one.
import asyncio
from asyncio.subprocess import PIPE


async def cancel(label, coroutine):
    task = asyncio.create_task(coroutine)
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(label, "cancelled")


async def fill(stream):
    while True:
        stream.write(b"x" * 100_000)
        await stream.drain()


async def main():
    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    await cancel("wait", cat.wait())
    await cancel("readline", cat.stdout.readline())
    await cancel("read", cat.stdout.read())
    cat.stdin.write(b"hello\n")
    print(await cat.stdout.readline(), cat.returncode)
    cat.kill()
    print(await cat.wait())

    sleeping = await asyncio.create_subprocess_exec("sleep", "1000", stdin=PIPE, stdout=PIPE)
    await cancel("communicate", sleeping.communicate(b"input"))
    sleeping.kill()
    print(await sleeping.wait())

    sleeping = await asyncio.create_subprocess_exec("sleep", "1000", stdin=PIPE)
    await cancel("drain", fill(sleeping.stdin))
    sleeping.stdin.transport.abort()
    sleeping.terminate()
    print(await sleeping.wait())

    await cancel("start", asyncio.create_subprocess_exec("sleep", "1000", stdin=PIPE, stdout=PIPE, stderr=PIPE))


asyncio.run(main())
