import asyncio

inside = most = 0

async def worker(semaphore, n):
    global inside, most
    async with semaphore as bound:
        assert bound is None
        inside += 1
        most = max(most, inside)
        for _ in range(n % 3):
            await asyncio.sleep(0)
        inside -= 1

async def main():
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*[worker(semaphore, n) for n in range(20)])
    print(most, inside, semaphore.locked(), semaphore._value)

asyncio.run(main())
