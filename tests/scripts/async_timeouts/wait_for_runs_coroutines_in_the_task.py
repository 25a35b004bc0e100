# wait_for runs a coroutine in the task that calls it, inside a timeout.
import asyncio

async def who():
    return asyncio.current_task()

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"

async def translate():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("translated")

async def main():
    print(await asyncio.wait_for(who(), 10) is asyncio.current_task())
    print(await asyncio.wait_for(stubborn(), 0.01), asyncio.current_task().cancelling())
    try:
        await asyncio.wait_for(translate(), 0.01)
    except ValueError as error:
        print(repr(error), repr(error.__context__))

asyncio.run(main())
