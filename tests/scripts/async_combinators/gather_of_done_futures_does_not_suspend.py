# When all children are done already, awaiting gather does not suspend.
import asyncio

async def quick(number):
    return number

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "next tick")
    done = loop.create_future()
    done.set_result(1)
    print(await asyncio.gather(done, done))
    failed = loop.create_future()
    failed.set_exception(ValueError("done"))
    cancelled = loop.create_future()
    cancelled.cancel("message")
    print(await asyncio.gather(done, failed, cancelled, return_exceptions=True))
    try:
        await asyncio.gather(done, failed, cancelled)
    except ValueError as error:
        print(repr(error))
    try:
        await asyncio.gather(cancelled, failed)
    except asyncio.CancelledError as error:
        print(repr(error))
    loop.set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(quick(2), quick(3)))
    print("no tick until here")

asyncio.run(main())
