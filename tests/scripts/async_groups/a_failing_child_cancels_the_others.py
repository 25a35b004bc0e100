# A child that fails cancels its siblings and the body; the exit raises the errors as a group.
import asyncio

async def fail(turns, error):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error

cancelled = []

async def stubborn(name, error=None):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as raised:
        cancelled.append((name, repr(raised)))
        if error:
            raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn("a"))
            group.create_task(fail(1, ValueError("first")))
            group.create_task(stubborn("b", KeyError("second")))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("body", repr(error), asyncio.current_task().cancelling())
                raise
    except ExceptionGroup as error:
        print(repr(error), error)
        print(error.__cause__, error.__suppress_context__, type(error.__context__).__name__)
    print(asyncio.current_task().cancelling(), group, sorted(cancelled))
    await asyncio.sleep(0)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(2, ValueError("while the exit waits")))
            group.create_task(stubborn("c"))
    except* ValueError as errors:
        print(errors.exceptions, asyncio.current_task().cancelling())

asyncio.run(main())
