import asyncio

background = set()

async def work(n):
    await asyncio.sleep(0)
    print("background", n)

async def main():
    for n in range(3):
        task = asyncio.create_task(work(n))
        background.add(task)
        task.add_done_callback(background.discard)
    print(len(background))
    await asyncio.wait(background.copy())
    print(len(background))

asyncio.run(main())
