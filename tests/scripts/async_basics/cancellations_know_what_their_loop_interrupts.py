# A future that is cancelled while the caller of the loop handles an exception: the CancelledError has it as its context,
# and so has what gather() raises.
import asyncio


async def wait_for(future):
    try:
        await future
    except (asyncio.CancelledError, KeyError) as error:
        print(repr(error), "context", repr(error.__context__))


async def main():
    loop = asyncio.get_running_loop()
    cancelled, failed = loop.create_future(), loop.create_future()
    first, second = asyncio.create_task(wait_for(cancelled)), asyncio.create_task(wait_for(failed))
    await asyncio.sleep(0)
    cancelled.cancel("cancelled")
    failed.set_exception(KeyError("failed"))  # nobody raises it but the await
    third = asyncio.create_task(wait_for(asyncio.sleep(1)))
    await first
    await second
    await asyncio.sleep(0)
    third.cancel()
    await third
    failed = loop.create_future()
    fourth = asyncio.create_task(wait_for(asyncio.gather(failed, loop.create_future())))
    await asyncio.sleep(0)
    failed.set_exception(KeyError("gathered"))
    await fourth
    fifth = asyncio.create_task(wait_for(asyncio.gather(asyncio.sleep(1), loop.create_future())))
    await asyncio.sleep(0)
    fifth.cancel("gathering")
    await fifth


try:
    raise OSError("outside")
except OSError:
    asyncio.run(main())

try:
    with asyncio.Runner() as runner:

        async def start():
            global task
            task = asyncio.create_task(wait_for(asyncio.sleep(1)))
            await asyncio.sleep(0)

        runner.run(start())
        raise ValueError("in the block")
except ValueError as error:
    print(repr(error))
