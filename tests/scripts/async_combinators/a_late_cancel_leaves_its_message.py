# A task that is cancelled while it runs, and ends otherwise: cancelled gatherings end with its message.
import asyncio
import traceback


async def fail(message):
    asyncio.current_task().cancel(message)
    raise ValueError("other end")


async def end(message):
    gathering.cancel(message)
    return 1


async def failing_end(message):
    gathering.cancel(message)
    raise ValueError("other end")


async def main():
    global gathering
    for message in "why", None, ("a", "tuple"), "":
        task = asyncio.create_task(fail(message))
        await asyncio.wait([task])
        print(repr(task._cancel_message), task.cancelled(), repr(task.exception()))
        for _ in range(2):
            try:
                await task
            except ValueError as error:
                print(len(traceback.extract_tb(error.__traceback__)), repr(task._cancel_message))
        for function in end, failing_end:
            waiting = asyncio.create_task(asyncio.sleep(1))
            task = asyncio.create_task(function(message))
            gathering = asyncio.gather(waiting, task, return_exceptions=True)
            await asyncio.wait([waiting])
            late = asyncio.gather(asyncio.shield(waiting), task, return_exceptions=True)
            try:
                await gathering
            except asyncio.CancelledError as error:
                print(function.__name__, error.args, repr(gathering._cancel_message))
            print([repr(item) for item in await late])


asyncio.run(main())
