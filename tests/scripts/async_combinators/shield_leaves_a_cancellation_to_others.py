# A shield does not ask a cancelled task for its exception: who awaits the task gets it, with its message.
import asyncio


async def shielded(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print("shielded", repr(error))


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    other = asyncio.create_task(shielded(task))
    await asyncio.sleep(0)
    task.cancel("the reason")
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaited", repr(error))
    await other


asyncio.run(main())
