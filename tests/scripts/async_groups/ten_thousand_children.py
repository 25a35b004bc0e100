# Large groups: all end, and one failure cancels those that are left.
# no-stress: 20,000 tasks take too long
import asyncio

order = []

async def work(number):
    try:
        await asyncio.sleep(0)
        await asyncio.sleep(0 if number % 2 else 0.01)
    except asyncio.CancelledError:
        order.append(number)
        raise
    return number

async def fail():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise ValueError("late")

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(number)) for number in range(10000)]
    print(sum(task.result() for task in tasks), group)
    try:
        async with asyncio.TaskGroup() as group:
            for number in range(10000):
                group.create_task(work(number))
            group.create_task(fail())
    except* ValueError as errors:
        print(repr(errors))
    print(len(order), sorted(order)[:5])

asyncio.run(main())
