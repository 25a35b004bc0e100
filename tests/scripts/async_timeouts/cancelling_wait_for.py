# Cancelling the caller of wait_for cancels what it waits for.
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inner", repr(error))
        raise

async def outer(argument, timeout):
    try:
        await asyncio.wait_for(argument, timeout)
    except asyncio.CancelledError as error:
        print("outer", repr(error))
        raise

async def main():
    for make in (lambda coroutine: coroutine, asyncio.create_task):
        for timeout in (10, None):
            task = asyncio.create_task(outer(make(inner()), timeout))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel("message")
            try:
                await task
            except asyncio.CancelledError:
                print(task.cancelled())
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outer(future, 10))
    await asyncio.sleep(0)
    future.set_result("lost")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(future)

asyncio.run(main())
