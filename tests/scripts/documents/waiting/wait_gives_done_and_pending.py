import asyncio

async def work(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns

async def main():
    tasks = [asyncio.create_task(work(turns)) for turns in (1, 2, 3)]
    done, pending = await asyncio.wait(fs=tasks, timeout=10, return_when=asyncio.ALL_COMPLETED)
    print(type(done).__name__, sorted(task.result() for task in done), pending)

asyncio.run(main())
