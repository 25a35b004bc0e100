import asyncio

async def numbers():
    for number in range(3):
        yield number

async def search(wanted):
    async for number in numbers():
        if number == wanted:
            print("found", number)
            break
    else:
        print("not found", wanted)

async def main():
    await search(1)
    await search(9)

asyncio.run(main())
