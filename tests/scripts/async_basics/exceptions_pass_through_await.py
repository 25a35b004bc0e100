import asyncio

async def inner():
    await asyncio.sleep(0)
    raise KeyError("inner")

async def outer():
    try:
        await inner()
    finally:
        print("outer finally")

async def main():
    try:
        await outer()
    except KeyError as error:
        print("caught", error)
    task = asyncio.create_task(outer())
    try:
        await task
    except KeyError:
        print(task.done(), repr(task.exception()))

asyncio.run(main())
