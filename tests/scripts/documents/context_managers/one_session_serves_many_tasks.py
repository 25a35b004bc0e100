import asyncio

class Session:
    made = 0

    def __init__(self):
        Session.made += 1

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return False

    async def get(self, number):
        await asyncio.sleep(0)
        return {"name": f"router-{number}" if number % 3 else ""}

async def name_with_own(number):
    async with Session() as session:
        return (await session.get(number))["name"] or "unknown"

async def name_with(session, number):
    return (await session.get(number))["name"] or "unknown"

async def main():
    print(await asyncio.gather(*(asyncio.create_task(name_with_own(n)) for n in range(4))), Session.made)
    async with Session() as session:
        print(await asyncio.gather(*(asyncio.create_task(name_with(session, n)) for n in range(4))), Session.made)

asyncio.run(main())
