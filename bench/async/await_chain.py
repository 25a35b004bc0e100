# SPDX-License-Identifier: MIT
# bench-arguments: 10 80000
# bench-arguments: 100 60000
# bench-arguments: 1000 9000
# A chain of coroutines that await each other, N deep; the innermost gives way again and again. One switch should cost
# the same at any depth.
import asyncio
import sys
import time


async def innermost(switches):
    started = time.perf_counter()
    for _ in range(switches):
        await asyncio.sleep(0)
    return time.perf_counter() - started


async def link(depth, switches):
    if depth == 1:
        return await innermost(switches)
    return await link(depth - 1, switches)


async def main():
    depth, switches = int(sys.argv[1]), int(sys.argv[2])
    sys.setrecursionlimit(5000)
    seconds = await link(depth, switches)
    print(depth, switches)
    print("seconds", seconds)


asyncio.run(main())
