import asyncio

async def work():
    print("once")
    return object()

async def main():
    made = work()
    first, second = await asyncio.gather(made, made)
    print(first is second)

asyncio.run(main())
