import asyncio

async def main():
    gate = asyncio.BoundedSemaphore(value=2)
    async with gate:
        print(gate.locked())
        await gate.acquire()
        print(gate.locked())
        gate.release()
    try:
        gate.release()
    except ValueError as error:
        print(error)

asyncio.run(main())
