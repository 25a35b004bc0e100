# Before it is entered, after its end and while it shuts down a group takes no tasks, and closes the coroutine.
import asyncio

async def work():
    pass

def attempt(group):
    coroutine = work()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error, coroutine.cr_frame)

async def enter(group):
    async with group:
        pass

async def fail():
    raise ValueError

async def main():
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        try:
            await enter(group)
        except RuntimeError as error:
            print(error)
    attempt(group)
    group = asyncio.TaskGroup()
    try:
        async with group:
            group.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                attempt(group)
                raise
    except* ValueError as errors:
        print(errors.exceptions)
    attempt(group)

def in_callback(future):
    try:
        enter(asyncio.TaskGroup()).send(None)
    except RuntimeError as error:
        future.set_result(str(error))

async def without_task():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(in_callback, future)
    print(await future)

asyncio.run(main())
asyncio.run(without_task())
try:
    enter(asyncio.TaskGroup()).send(None)
except RuntimeError as error:
    print(error)
