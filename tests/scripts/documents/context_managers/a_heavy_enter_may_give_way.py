import asyncio

log = []

class Heavy:
    async def __aenter__(self):
        for number in range(300):
            _ = number * number % 12345
            if number % 100 == 0:
                log.append(f"at {number}")
                await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error):
        return False

async def other():
    for number in range(5):
        log.append(f"other {number}")
        await asyncio.sleep(0)

async def user():
    async with Heavy():
        log.append("entered")

async def main():
    await asyncio.gather(user(), other())
    print("\n".join(log))

asyncio.run(main())
