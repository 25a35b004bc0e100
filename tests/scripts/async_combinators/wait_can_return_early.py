# return_when: the first end of any kind, or the first real exception.
import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return turns

def kinds(tasks):
    return sorted("cancelled" if t.cancelled() else repr(t.exception() or t.result()) for t in tasks)

async def main():
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    make = lambda *args: asyncio.create_task(work(*args))
    tasks = [make(1), make(6), make(8, ValueError("no"))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(kinds(done), len(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(kinds(done), len(pending))
    tasks = [make(2), make(20), make(30)]
    asyncio.get_running_loop().call_soon(tasks[1].cancel)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(kinds(done), len(pending))
    tasks = [make(20), make(30)]
    tasks[1].cancel()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(kinds(done), len(pending))

asyncio.run(main())
