# SPDX-License-Identifier: MIT
"""Cancellation: an exception that comes out of an await. Timeouts are made of it."""

import asyncio


async def work(name, seconds):
    print(f"  {name} begins")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {name} hears of it")
        raise
    finally:
        print(f"  {name} tidies up")
    return f"{name} is finished"


async def main():
    print("Cancelled:")
    task = asyncio.create_task(work("digging", 10))
    await asyncio.sleep(0)
    print("  cancel() returns", task.cancel(), "- cancelled yet:", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("  now it is:", task.cancelled())
    print("  a task that is done: cancel() returns", task.cancel())

    print("Too slow for a block:")
    try:
        async with asyncio.timeout(0.05) as limit:
            await work("digging", 10)
    except TimeoutError:
        print("  TimeoutError, expired:", limit.expired())

    print("Too slow for one await:")
    try:
        await asyncio.wait_for(work("digging", 10), timeout=0.05)
    except TimeoutError:
        print("  TimeoutError")

    print("Shielded:")
    saving = asyncio.create_task(work("saving", 0.1))
    try:
        async with asyncio.timeout(0.05):
            await asyncio.shield(saving)
    except TimeoutError:
        print("  TimeoutError, but saving is done:", saving.done())
    print(" ", await saving)


asyncio.run(main())
