# Cancelling the awaiter of shield leaves the inner task running.
import asyncio

async def inner():
    for _ in range(5):
        await asyncio.sleep(0)
    print("inner ends")
    return "result"

async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print("outer", repr(error))
        raise

async def main():
    task = asyncio.create_task(inner())
    waiter = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel("message")
    try:
        await waiter
    except asyncio.CancelledError:
        print(waiter.cancelled(), task.done(), task.cancelling())
    print(await task, await asyncio.shield(task))
    print(asyncio.shield(task) is task)
    shielded = asyncio.shield(inner())
    print(shielded, shielded.cancel(), shielded)
    for _ in range(8):
        await asyncio.sleep(0)

asyncio.run(main())
