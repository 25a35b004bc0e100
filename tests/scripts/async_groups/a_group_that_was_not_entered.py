import asyncio


async def main():
    group = asyncio.TaskGroup()
    leaving = group.__aexit__(None, None, None)
    print(type(leaving).__name__, leaving.__qualname__)
    print(await leaving)
    try:
        group.create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(str(error).split("> ")[1])


asyncio.run(main())
