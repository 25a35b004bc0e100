import asyncio

async def numbers(n):
    for number in range(n):
        yield number

async def show(n):
    async for number in numbers(n):
        print(number)
    return n

def plain(n):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(show(n))
    finally:
        loop.close()

print("result", plain(3))
