import asyncio

async def nap(number):
    print("never begins", number)

async def main():
    tasks = [asyncio.create_task(nap(number)) for number in range(3)]
    print("tasks are made")
    return tasks

print([task.cancelled() for task in asyncio.run(main())])
