import asyncio

async def work():
    return 1

async def main():
    async with asyncio.TaskGroup() as group:
        pass
    made = work()
    try:
        group.create_task(made)
    except RuntimeError as error:
        print(str(error).partition("<")[0], str(error).rpartition(">")[2])
    made.close()

asyncio.run(main())
