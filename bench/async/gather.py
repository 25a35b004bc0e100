# SPDX-License-Identifier: MIT
# gather() of 10,000 coroutines at a time, which give way once, and of nested groups of ten.
import asyncio
import time


async def work(number):
    await asyncio.sleep(0)
    return number


async def group(number):
    return sum(await asyncio.gather(*[work(number + i) for i in range(10)]))


async def main():
    total = 0
    for _ in range(2):
        total += sum(await asyncio.gather(*[work(number) for number in range(10000)]))
    total += sum(await asyncio.gather(*[group(number) for number in range(1000)]))
    results = await asyncio.gather(*[work(number) for number in range(10000)], return_exceptions=True)
    return total, results[-1]


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
