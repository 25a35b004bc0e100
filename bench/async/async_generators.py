# SPDX-License-Identifier: MIT
# Async generators and comprehensions: pipelines that mostly do not suspend, and some that do.
import asyncio
import time


async def numbers(limit, pause_every):
    for number in range(limit):
        if number % pause_every == 0:
            await asyncio.sleep(0)
        yield number


async def squares(source):
    async for number in source:
        yield number * number


async def odd(source):
    async for number in source:
        if number % 2:
            yield number


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def consume(limit):
    total = 0
    async for number in odd(squares(numbers(limit, 10))):
        total += number
    return total


async def main():
    total = sum(await asyncio.gather(*[consume(6000) for _ in range(30)]))
    listed = [number async for number in squares(numbers(220000, 1000)) if number % 3 == 0]
    count = 0
    async for number in Countdown(300000):
        count += number & 1
    return total, len(listed), listed[-1], count


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
