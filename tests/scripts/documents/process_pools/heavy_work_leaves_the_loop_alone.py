import asyncio
from concurrent.futures import ProcessPoolExecutor

def heavy(n):
    return sum(number * number % 12345 for number in range(n))

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await loop.run_in_executor(pool, heavy, 1000))
        print(await asyncio.gather(*(loop.run_in_executor(pool, heavy, n) for n in (10, 100))))

if __name__ == "__main__":
    asyncio.run(main())
