import asyncio

closed = 0


async def items():
    global closed
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        closed += 1


async def leave():
    generator = (x async for x in items())
    async for x in generator:
        break


async def main():
    for _ in range(3):
        await leave()


asyncio.run(main())
print(closed)
