# Task factories for eager tasks: the first step runs inside create_task.
import asyncio

async def quick(number):
    print("runs", number, asyncio.current_task() is not None)
    return number

async def slow():
    print("begins")
    await asyncio.sleep(0)
    print("ends")
    return "slow"

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(quick(1), name="first")
    print("created", task.done(), task.result(), task.get_coro())
    task = asyncio.create_task(slow())
    print("created", task.done())
    print(await task)
    class Mine(asyncio.Task):
        pass
    loop.set_task_factory(asyncio.create_eager_task_factory(Mine))
    task = asyncio.create_task(quick(2), name="mine")
    print(type(task).__name__, task.done())

asyncio.run(main())
