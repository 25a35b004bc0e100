import asyncio

async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    tasks = [asyncio.create_task(work(seconds)) for seconds in (60, 0, 70)]
    for following in asyncio.as_completed(tasks, timeout=0.02):
        try:
            print(await following)
        except TimeoutError:
            print("out of time")
    print([task.done() for task in tasks])

asyncio.run(main())
