import asyncio

async def nap(name):
    print(name, "begins")
    await asyncio.sleep(0.001)
    print(name, "ends")
    return f"{name} is well"

async def main():
    first = asyncio.create_task(nap("first"))
    second = asyncio.create_task(nap("second"))
    print(await first)
    print(await second)

if __name__ == "__main__":
    asyncio.run(main())
