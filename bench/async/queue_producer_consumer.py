# SPDX-License-Identifier: MIT
# Producers and consumers over a bounded queue, a pipeline of two queues, and task_done with join.
import asyncio
import time


async def produce(queue, first, count):
    for number in range(first, first + count):
        await queue.put(number)


async def relay(source, target):
    while True:
        number = await source.get()
        await target.put(number * 2)
        source.task_done()


async def consume(queue, totals):
    while True:
        totals[0] += await queue.get()
        queue.task_done()


async def main():
    first, second = asyncio.Queue(10), asyncio.Queue(100)
    totals = [0]
    relays = [asyncio.create_task(relay(first, second)) for _ in range(4)]
    consumers = [asyncio.create_task(consume(second, totals)) for _ in range(2)]
    producers = [asyncio.create_task(produce(first, number * 1000, 11000)) for number in range(5)]
    for producer in producers:
        await producer
    await first.join()
    await second.join()
    for task in relays + consumers:
        task.cancel()
    await asyncio.gather(*relays, *consumers, return_exceptions=True)
    return totals[0]


started = time.perf_counter()
print(asyncio.run(main()))
print("seconds", time.perf_counter() - started)
