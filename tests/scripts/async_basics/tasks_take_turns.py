import asyncio

async def walk(name, steps):
    for i in range(steps):
        print(name, i)
        await asyncio.sleep(0)
    return name

async def main():
    tasks = [asyncio.create_task(walk(name, n)) for name, n in (("a", 2), ("b", 3))]
    print("created")
    for task in tasks:
        print("result", await task)

asyncio.run(main())
