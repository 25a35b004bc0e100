# SPDX-License-Identifier: MIT
# Task groups: many small ones, large ones, nested ones, and groups that one failure cancels.
import asyncio
import time


async def work(results, number):
    await asyncio.sleep(0)
    results.append(number)


async def fail(number):
    await asyncio.sleep(0)
    raise ValueError(number)


async def small(results, number):
    async with asyncio.TaskGroup() as group:
        group.create_task(work(results, number))
        group.create_task(work(results, number + 1))


async def main():
    results = []
    for number in range(3000):
        await small(results, number)
    for _ in range(2):
        async with asyncio.TaskGroup() as group:
            for number in range(8000):
                group.create_task(work(results, number))
    async with asyncio.TaskGroup() as group:
        for number in range(1200):
            group.create_task(small(results, number))
    failures = 0
    for number in range(900):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(number))
                group.create_task(asyncio.sleep(10))
        except* ValueError as errors:
            failures += len(errors.exceptions)
    return len(results), sum(results), failures


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
