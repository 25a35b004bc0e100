import asyncio

async def work(event):
    await event.wait()
    return "later"

async def main():
    event = asyncio.Event()
    task = asyncio.create_task(work(event))
    done, pending = await asyncio.wait([task], timeout=0.001)
    print(done, pending == {task}, task.done())
    event.set()
    print(await task)

asyncio.run(main())
