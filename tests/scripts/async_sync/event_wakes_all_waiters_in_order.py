import asyncio

async def waiter(event, n):
    print(n, await event.wait(), event.is_set())

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter(event, "late"))
    print("cleared at once", event.is_set())
    await asyncio.gather(*tasks)
    print("late waits", late.done())
    event.set()
    await late
    asyncio.get_running_loop().call_soon(print, "next tick")
    print(await event.wait(), "without a turn of the loop")
    await asyncio.sleep(0)

asyncio.run(main())
