# SPDX-License-Identifier: MIT
# 100,000 timers: callbacks at many times, timeouts that are set and called off, sleeping tasks.
import asyncio
import time


async def quick(number):
    await asyncio.sleep(0)
    return number


async def nap(number):
    await asyncio.sleep(number % 50 / 100000)
    return 1


async def main():
    loop = asyncio.get_running_loop()
    fired = [0]

    def fire(number):
        fired[0] += number

    for number in range(60000):
        loop.call_later(number * 7919 % 1000 / 1000000, fire, number)
    handles = [loop.call_later(60 + number * 31 % 977, fire, number) for number in range(20000)]
    for handle in handles:
        handle.cancel()
    in_time = 0
    for number in range(8000):
        async with asyncio.timeout(30):
            in_time += await quick(number)
    for number in range(3000):
        in_time += await asyncio.wait_for(quick(number), 30)
    naps = sum(await asyncio.gather(*[nap(number) for number in range(12000)]))
    return fired[0], in_time, naps


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
