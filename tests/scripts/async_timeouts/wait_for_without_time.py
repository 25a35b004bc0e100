# wait_for with no time left: done futures give their result; others are cancelled before they start.
import asyncio

async def work():
    print("never runs")

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        return "swallowed"

async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -5))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(work(), timeout)
        except TimeoutError as error:
            print(repr(error), repr(error.__cause__))
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(KeyError("done"))
    try:
        await asyncio.wait_for(failed, 0)
    except KeyError as error:
        print(repr(error))

asyncio.run(main())
