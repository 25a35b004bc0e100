# SPDX-License-Identifier: MIT
# Tasks made and finished at once: the cost of a task from create_task to its result.
import asyncio
import time


async def square(number):
    return number * number


async def main():
    total = 0
    for start in range(0, 60000, 100):
        tasks = [asyncio.create_task(square(number)) for number in range(start, start + 100)]
        for task in tasks:
            total += await task
    for number in range(8000):
        total += await asyncio.create_task(square(number))
    return total


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
