import asyncio

async def failing(error):
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for error in (ValueError("v"), KeyError("k"), OSError("o")):
                group.create_task(failing(error))
    except* (ValueError, KeyError) as several:
        print(sorted(map(repr, several.exceptions)))
    except* OSError as several:
        print(several.exceptions)

asyncio.run(main())
