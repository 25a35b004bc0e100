# While run() ends what is left, the failure of the main coroutine is being handled.
import asyncio
import sys


async def left():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as error:
        print(repr(error), "context", repr(error.__context__))
        try:
            raise KeyError(1)
        except KeyError as inner:
            print(repr(inner), "context", repr(inner.__context__))
    await asyncio.sleep(0)
    print("handled:", repr(sys.exception()))


async def main(error):
    global task
    task = asyncio.create_task(left())
    await asyncio.sleep(0)
    if error:
        raise error
    asyncio.current_task().cancel("main")


for error in ValueError(2), SystemExit(3), None:
    try:
        asyncio.run(main(error))
    except BaseException as ended:
        print("ended by", repr(ended), "context", repr(ended.__context__), "handled", repr(sys.exception()))
    print("handled afterwards:", repr(sys.exception()))
