# SPDX-License-Identifier: MIT
# A hundred tasks that give way to each other with sleep(0): the bare task switch.
import asyncio
import time


async def walk(steps):
    done = 0
    for _ in range(steps):
        await asyncio.sleep(0)
        done += 1
    return done


async def main():
    tasks = [asyncio.create_task(walk(1800)) for _ in range(100)]
    return sum([await task for task in tasks])


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
