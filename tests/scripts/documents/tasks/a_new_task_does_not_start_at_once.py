import asyncio

async def work():
    print("task runs")
    return "result"

async def main():
    task = asyncio.create_task(work())
    print("created", task.done())
    await asyncio.sleep(0)
    print("after one turn", task.done())
    print(await task)

asyncio.run(main())
