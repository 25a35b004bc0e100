import asyncio

async def nap():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(nap())
            await asyncio.sleep(0)
            raise LookupError("of the body")
    except* LookupError as several:
        print(several, several.exceptions)

asyncio.run(main())
