# SPDX-License-Identifier: MIT
# Locks, semaphores and events: contended by fifty tasks, and free.
import asyncio
import time


async def increment(lock, counter, times):
    for _ in range(times):
        async with lock:
            value = counter[0]
            await asyncio.sleep(0)
            counter[0] = value + 1


async def limited(semaphore, running, most, times):
    for _ in range(times):
        async with semaphore:
            running[0] += 1
            most[0] = max(most[0], running[0])
            await asyncio.sleep(0)
            running[0] -= 1


async def uncontended(times):
    lock = asyncio.Lock()
    semaphore = asyncio.Semaphore(2)
    count = 0
    for _ in range(times):
        async with lock:
            count += 1
        async with semaphore:
            count += 1
    return count


async def ping_pong(mine, other, times):
    for _ in range(times):
        await mine.wait()
        mine.clear()
        other.set()


async def main():
    lock, counter = asyncio.Lock(), [0]
    await asyncio.gather(*[increment(lock, counter, 250) for _ in range(50)])
    running, most = [0], [0]
    semaphore = asyncio.Semaphore(5)
    await asyncio.gather(*[limited(semaphore, running, most, 180) for _ in range(50)])
    count = await uncontended(60000)
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(ping_pong(ping, pong, 6000), ping_pong(pong, ping, 6000))
    return counter[0], most[0], count


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
