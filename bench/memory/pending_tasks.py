# SPDX-License-Identifier: MIT
# N tasks that wait for an event which nobody sets. Says `ready` when all of them wait; compare.py then reads the
# process's resident memory and stops it.
import asyncio
import sys


async def wait(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event)) for _ in range(int(sys.argv[1]))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("ready", len(tasks), flush=True)
    await asyncio.sleep(600)


asyncio.run(main())
