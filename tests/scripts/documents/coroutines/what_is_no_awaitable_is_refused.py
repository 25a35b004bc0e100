import asyncio

def plain():
    return 1

async def main():
    for thing in (plain(), "text", [1]):
        try:
            await thing
        except TypeError as error:
            print(type(error).__name__, "await" in str(error))

asyncio.run(main())
