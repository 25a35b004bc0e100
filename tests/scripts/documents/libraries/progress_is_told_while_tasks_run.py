# What progress bars do: wrap the awaitables and count those that are through.
import asyncio

async def work(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns

async def with_progress(made):
    tasks = [asyncio.ensure_future(one) for one in made]
    for done, following in enumerate(asyncio.as_completed(tasks), 1):
        await following
        print(f"\r{done * 100 // len(tasks):>3}% |{'#' * done:<{len(tasks)}}|", end="")
    print()
    return [task.result() for task in tasks]

async def main():
    print(await with_progress([work(turns) for turns in (4, 1, 3, 2)]))

asyncio.run(main())
