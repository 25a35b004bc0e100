# ouro-only: CPython cannot cancel them (RecursionError)
import asyncio

tasks = []


async def wait_for_other(i):
    await asyncio.sleep(0)
    await tasks[(i + 1) % len(tasks)]


async def main():
    for count in 1000, 2:
        tasks[:] = [asyncio.create_task(wait_for_other(i), name=f"T{i}") for i in range(count)]
        await asyncio.sleep(0.001)
        print(tasks[0].cancel("enough"), tasks[-1].cancelling())
        print({type(end).__name__ for end in await asyncio.gather(*tasks, return_exceptions=True)})
        print(all(task.cancelled() for task in tasks))
    tasks[:] = [asyncio.create_task(wait_for_other(i)) for i in range(3)]
    await asyncio.sleep(0.001)
    print("asyncio.run cancels the rest")


asyncio.run(main())
print([task.cancelled() for task in tasks])


async def waits_for_itself(task_or_gathering):
    try:
        await task_or_gathering()
    except asyncio.CancelledError:
        print("cancelled")


async def main():
    task = asyncio.create_task(waits_for_itself(lambda: asyncio.gather(task)))
    await asyncio.sleep(0.001)
    task.cancel()
    await task


asyncio.run(main())
