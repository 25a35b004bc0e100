# since 3.14
# A call graph leads from a task to those who wait for it, with the frames of each.
import asyncio
import re


def show(future=None, **options):
    text = asyncio.format_call_graph(future, **options)
    text = re.sub(r"id=0x[0-9a-f]+", "id=...", text)
    text = re.sub(r"File '[^']*/([^/']*)'", r"File '\1'", text)
    print(re.sub(r".*'taskgroups.py'.*\n", "", text))  # which is native in Ouro
    print("--")


async def inner(ready):
    await ready


async def worker(ready):
    await inner(ready)


async def in_group(ready):
    async with asyncio.TaskGroup() as group:
        group.create_task(worker(ready), name="child")


async def gather(tasks):
    await asyncio.gather(*tasks)


async def here():
    show()
    show(depth=2)
    for limit in (0, 1, -1, 2):
        show(limit=limit)


async def main():
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    await here()
    tasks = [asyncio.create_task(worker(ready), name="plain"), asyncio.create_task(in_group(ready), name="grouping")]
    gathering = asyncio.create_task(gather(tasks), name="gathering")
    waiting = asyncio.create_task(asyncio.wait(tasks[:1]), name="waiting")
    for _ in range(3):
        await asyncio.sleep(0)
    show(tasks[1])
    child = next(task for task in asyncio.all_tasks() if task.get_name() == "child")
    show(child)
    show(child, limit=1)
    show(child, limit=0)
    plain = asyncio.capture_call_graph(tasks[0])
    print(len(plain.awaited_by), plain.future is tasks[0], [entry.frame.f_code.co_name for entry in plain.call_stack])
    print(sorted(task.get_name() for task in ready._asyncio_awaited_by), loop.create_future()._asyncio_awaited_by)
    ready.set_result(None)
    await gathering
    await waiting
    try:
        asyncio.capture_call_graph(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.print_call_graph()
except RuntimeError as error:
    print(error)
