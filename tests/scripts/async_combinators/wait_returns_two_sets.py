# wait returns the done and the pending ones; it never cancels and never raises TimeoutError.
import asyncio

async def work(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return number

async def forever():
    await asyncio.get_running_loop().create_future()

async def main():
    tasks = [asyncio.create_task(work(number, number)) for number in range(4)]
    done, pending = await asyncio.wait(tasks)
    print(type(done).__name__, sorted(task.result() for task in done), pending)
    endless = asyncio.create_task(forever())
    quick = asyncio.create_task(work(9, 1))
    done, pending = await asyncio.wait([endless, quick], timeout=0.01)
    print(done == {quick}, pending == {endless}, endless.cancelling(), endless.done())
    done, pending = await asyncio.wait({endless}, timeout=0)
    print(done, pending == {endless})
    waiting = asyncio.create_task(asyncio.wait([endless]))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("the wait is cancelled, the task is not:", endless.cancelling(), endless.done())
    done, pending = await asyncio.wait([quick, quick, endless], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))

asyncio.run(main())
