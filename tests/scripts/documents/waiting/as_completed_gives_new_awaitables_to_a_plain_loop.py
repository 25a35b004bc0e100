import asyncio

async def work():
    return 1

async def main():
    tasks = [asyncio.create_task(work()) for _ in range(2)]
    for following in asyncio.as_completed(tasks):
        print(following in tasks, asyncio.iscoroutine(following), await following)

asyncio.run(main())
