import asyncio

def double(number):
    return number * 2

async def fetch(number):
    await asyncio.sleep(0)
    return double(number)

async def total(numbers):
    result = 0
    for number in numbers:
        result += await fetch(number)
    return result

async def main():
    print(await total([1, 2, 3]))

asyncio.run(main())
