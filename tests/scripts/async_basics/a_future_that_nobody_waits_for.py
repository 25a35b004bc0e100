# A future that an await has yielded waits for a task to take it: until then awaiting it again is an error, for whoever
# tries; afterwards it may be yielded again.
import asyncio

async def wait(future):
    return await future

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first, second = wait(future), wait(future)
    print(first.send(None) is future, future._asyncio_future_blocking)
    for coroutine in (second, first):
        try:
            coroutine.send(None)
        except RuntimeError as error:
            print(error)
    future._asyncio_future_blocking = False
    third = wait(future)
    print(third.send(None) is future)
    future._asyncio_future_blocking = False
    print(third.send(None) is future)
    third.close()

    async def self_waiting():
        task = asyncio.current_task()
        for _ in range(2):
            try:
                await task
            except RuntimeError as error:
                print(str(error).split(":")[0])

    future._asyncio_future_blocking = False
    await asyncio.create_task(self_waiting())

asyncio.run(main())
