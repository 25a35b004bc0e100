import asyncio

async def work():
    return 1

async def main():
    made = work()
    print(await made)
    try:
        await made
    except RuntimeError as error:
        print(error)

asyncio.run(main())
