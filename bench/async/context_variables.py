# SPDX-License-Identifier: MIT
# Context variables: read, set and reset inside tasks that each have their own context.
import asyncio
import contextvars
import time

request = contextvars.ContextVar("request")
user = contextvars.ContextVar("user", default="nobody")
depth = contextvars.ContextVar("depth", default=0)


async def inner():
    token = depth.set(depth.get() + 1)
    await asyncio.sleep(0)
    value = request.get() + depth.get() + len(user.get())
    depth.reset(token)
    return value


async def handle(number):
    request.set(number)
    if number % 2:
        user.set("somebody")
    total = 0
    for _ in range(8):
        total += await inner()
    assert depth.get() == 0
    return total


async def main():
    total = 0
    for start in range(0, 8000, 1000):
        total += sum(await asyncio.gather(*[handle(number) for number in range(start, start + 1000)]))
    context = contextvars.copy_context()
    for number in range(50000):
        context.run(request.set, number)
        total += context[request]
    return total, user.get(), depth.get()


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
