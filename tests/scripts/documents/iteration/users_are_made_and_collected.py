import asyncio

names = ["Ann", "Bo", "Cy", "Di"]

async def users(count):
    for number in range(count):
        await asyncio.sleep(0)
        yield {"id": number, "name": names[number % len(names)]}

async def main():
    everybody = [user async for user in users(5)]
    print(len(everybody), everybody[-1])
    print({user["name"]: user["id"] async for user in users(4) if user["id"] % 2})

asyncio.run(main())
