# The end of the inner future is the end of the shield: result, exception, cancellation without its message.
import asyncio

async def fail():
    await asyncio.sleep(0)
    raise ValueError("inner")

async def main():
    print(await asyncio.shield(asyncio.sleep(0, "result")))
    try:
        await asyncio.shield(fail())
    except ValueError as error:
        print(repr(error))
    task = asyncio.create_task(asyncio.sleep(10))
    shielded = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel("message")
    try:
        await shielded
    except asyncio.CancelledError as error:
        print(repr(error), shielded.cancelled(), asyncio.current_task().cancelling())
    try:
        asyncio.shield(5)
    except TypeError as error:
        print(error)

asyncio.run(main())
