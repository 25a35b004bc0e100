# SPDX-License-Identifier: MIT
"""Four mistakes, and how they are noticed."""

import asyncio
import gc
import warnings


async def save():
    print("  saved")


async def fail():
    raise ValueError("disk full")


async def lock_both(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print("  never reached")


def report(loop, context):
    """What the loop calls instead of writing a report on standard error."""
    print(f"  {context['message']}: {context['exception']!r}")


async def main():
    print("A forgotten await:")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        save()
        gc.collect()
    print(" ", caught[0].message)

    print("Two tasks that wait for each other:")
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.05):
            await asyncio.gather(lock_both(left, right), lock_both(right, left))
    except TimeoutError:
        print("  given up; the locks are free:", not left.locked() and not right.locked())

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    print("A callback that fails:")
    loop.call_soon(int, "seven")
    await asyncio.sleep(0.01)
    print("A task that fails, and nobody awaits it:")
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)


asyncio.run(main())
