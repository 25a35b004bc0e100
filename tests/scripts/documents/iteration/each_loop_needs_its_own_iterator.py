import asyncio

async def numbers():
    yield 1

async def main():
    try:
        for number in numbers():
            pass
    except TypeError as error:
        print(error)
    try:
        async for number in [1]:
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
