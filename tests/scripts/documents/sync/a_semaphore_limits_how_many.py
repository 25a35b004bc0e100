import asyncio

inside = most = 0

async def request(gate):
    global inside, most
    async with gate:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0)
        inside -= 1

async def main():
    gate = asyncio.Semaphore(3)
    await asyncio.gather(*(request(gate) for _ in range(10)))
    print(most, inside, gate.locked())

asyncio.run(main())
