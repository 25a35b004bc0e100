import asyncio

async def work():
    await asyncio.sleep(0)

async def main():
    tasks = [asyncio.create_task(work(), name=name) for name in "abc"]
    asyncio.current_task().set_name("main")
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    await tasks[0]
    await asyncio.sleep(0)
    print(sorted(task.get_name() for task in asyncio.all_tasks()), asyncio.current_task().get_name())
    print(asyncio.current_task() in asyncio.all_tasks(asyncio.get_running_loop()))

asyncio.run(main())
