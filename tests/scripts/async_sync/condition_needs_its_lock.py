import asyncio

async def attempt(function, *arguments):
    try:
        result = function(*arguments)
        if result is not None:
            await result
    except RuntimeError as error:
        print(error)

async def main():
    condition = asyncio.Condition()
    await attempt(condition.wait)
    await attempt(condition.wait_for, lambda: False)
    await attempt(condition.notify)
    await attempt(condition.notify_all)
    await attempt(condition.release)
    print(await condition.wait_for(lambda: "no lock needed"))

asyncio.run(main())
