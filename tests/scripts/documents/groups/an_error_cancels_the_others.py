import asyncio

async def work(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return f"result {n}"

async def failing(n):
    for _ in range(n):
        await asyncio.sleep(0)
    raise ValueError(f"failure {n}")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work(n), name=f"work-{n}") for n in (1, 5, 50)]
            tasks.extend(group.create_task(failing(n), name=f"failing-{n}") for n in (3, 3, 30))
    except* ValueError as several:
        for error in several.exceptions:
            print(f"{type(error).__name__}: {error}")
    for task in tasks:
        print(task.get_name(), task.done(), task.cancelled(), end=" ")
        try:
            print(task.result())
        except asyncio.CancelledError:
            print("has no result, cancelled")
        except Exception as error:
            print(f"has no result, {type(error).__name__}: {error}")

asyncio.run(main())
