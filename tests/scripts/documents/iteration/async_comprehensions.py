import asyncio

async def numbers(n):
    for number in range(n):
        await asyncio.sleep(0)
        yield number

async def double(number):
    await asyncio.sleep(0)
    return number * 2

async def main():
    print([number async for number in numbers(4)])
    print([number async for number in numbers(8) if number % 3 == 0])
    print(sorted({number % 2 async for number in numbers(5)}))
    print({number: number * number async for number in numbers(3)})
    print([await double(number) for number in range(3)])
    print([await double(number) async for number in numbers(3) if await double(number) > 1])
    lazy = (number async for number in numbers(3))
    print(type(lazy).__name__, [number async for number in lazy])

asyncio.run(main())
