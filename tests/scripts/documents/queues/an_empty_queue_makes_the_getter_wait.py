import asyncio

async def getter(name, queue):
    print(name, "gets", await queue.get())

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    for number in range(2):
        print("putting", number)
        queue.put_nowait(number)
    await asyncio.gather(*tasks)

asyncio.run(main())
