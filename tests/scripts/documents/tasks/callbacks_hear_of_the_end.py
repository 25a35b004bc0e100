import asyncio

async def work(fail):
    if fail:
        raise ValueError("broken")
    return "fine"

def hear(task):
    print(task.get_name(), repr(task.exception() or task.result()))

async def main():
    tasks = [asyncio.create_task(work(fail), name=f"fail={fail}") for fail in (False, True)]
    for task in tasks:
        task.add_done_callback(hear)
    tasks[0].add_done_callback(print)
    print(tasks[0].remove_done_callback(print))
    await asyncio.wait(tasks)

asyncio.run(main())
