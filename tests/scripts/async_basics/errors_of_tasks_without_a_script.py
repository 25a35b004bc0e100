# A task whose coroutine is the library's own: what it raises has as context what the caller of the loop handles.
import asyncio


async def show(name, coroutine):
    try:
        await asyncio.create_task(coroutine)
    except Exception as error:
        print(name, repr(error), "context", repr(error.__context__), "cause", repr(error.__cause__))


async def nothing():
    return
    yield


async def main():
    queue, barrier = asyncio.Queue(), asyncio.Barrier(2)
    queue.shutdown()
    await barrier.abort()
    await show("queue", queue.get())
    await show("barrier", barrier.wait())
    await show("condition", asyncio.Condition().wait())
    await show("wait", asyncio.wait([]))
    await show("wait_for", asyncio.wait_for(asyncio.sleep(1), 0.001))
    await show("first", next(asyncio.as_completed([asyncio.sleep(1)], timeout=0)))
    await show("anext", anext(nothing()))
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(KeyError("raised by nobody"))
    await show("future", asyncio.wait_for(failed, None))


try:
    raise OSError("outside")
except OSError:
    asyncio.run(main())
