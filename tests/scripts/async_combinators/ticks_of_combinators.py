# How many ticks pass until the awaiter goes on.
import asyncio

ticks = 0

def count():
    global ticks
    ticks += 1
    asyncio.get_running_loop().call_soon(count)

async def quick():
    return 1

async def measure(name, function):
    await asyncio.sleep(0)
    before = ticks
    await function()
    print(name, ticks - before)

async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(quick())

async def completed():
    for coroutine in asyncio.as_completed([quick()]):
        await coroutine

async def main():
    asyncio.get_running_loop().call_soon(count)
    await measure("coroutine", quick)
    await measure("wait_for a coroutine", lambda: asyncio.wait_for(quick(), 1))
    await measure("task", lambda: asyncio.create_task(quick()))
    await measure("wait_for a task", lambda: asyncio.wait_for(asyncio.create_task(quick()), 1))
    await measure("gather", lambda: asyncio.gather(quick(), quick()))
    await measure("wait", lambda: asyncio.wait([asyncio.create_task(quick())]))
    await measure("shield", lambda: asyncio.shield(quick()))
    await measure("as_completed", completed)
    await measure("group", group)
    await measure("gather in gather", lambda: asyncio.gather(asyncio.gather(quick())))

async def with_awaitables():
    await main()

asyncio.run(with_awaitables())
