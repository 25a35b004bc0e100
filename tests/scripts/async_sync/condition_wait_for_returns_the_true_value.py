import asyncio

condition = asyncio.Condition()
items = []

def ready():
    print("asked", items)
    return len(items) >= 2 and items

async def consumer():
    async with condition:
        result = await condition.wait_for(ready)
        print(result is items, condition.locked())
        try:
            await condition.wait_for(lambda: 1 / 0)
        except ZeroDivisionError as error:
            print(error, condition.locked())
    print(condition.locked())

async def main():
    task = asyncio.create_task(consumer())
    for item in "ab":
        await asyncio.sleep(0)
        async with condition:
            items.append(item)
            condition.notify_all()
    await task

asyncio.run(main())
