# Thousands of timeouts, left in time, leave nothing behind.
# no-stress: 3,000 tasks take too long
import asyncio

async def work(number):
    async with asyncio.timeout(100 + number % 7) as timeout:
        await asyncio.sleep(0)
        if number % 3 == 0:
            timeout.reschedule(timeout.when() + 1)
        await asyncio.sleep(0)
    return timeout.expired()

async def main():
    results = await asyncio.gather(*[work(number) for number in range(3000)])
    print(len(results), any(results))
    results = await asyncio.gather(*[asyncio.wait_for(asyncio.sleep(5), 0.01) for _ in range(300)],
                                   return_exceptions=True)
    print({type(result).__name__ for result in results})

asyncio.run(main())
