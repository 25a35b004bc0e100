import asyncio

async def work():
    pass

async def main():
    made = work()
    try:
        await asyncio.wait([made])
    except TypeError as error:
        print(error)
    made.close()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)

asyncio.run(main())
