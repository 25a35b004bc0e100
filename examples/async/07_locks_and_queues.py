# SPDX-License-Identifier: MIT
"""Tasks that share something: a lock, a semaphore, an event, a queue."""

import asyncio
from contextlib import nullcontext


async def pay_in(account, lock):
    async with lock:
        before = account["balance"]
        await asyncio.sleep(0)
        account["balance"] = before + 10


async def guest(name, seats, doors):
    await doors.wait()
    async with seats:
        print(f"  {name} sits")
        await asyncio.sleep(0.01)
        print(f"  {name} leaves")


async def produce(queue):
    for number in range(1, 5):
        await queue.put(number)
        print(f"  put {number}")
    queue.shutdown()


async def consume(name, queue):
    try:
        while True:
            number = await queue.get()
            print(f"  {name} takes {number}")
            await asyncio.sleep(0.01)
    except asyncio.QueueShutDown:
        print(f"  {name} goes home")


async def main():
    for lock in (nullcontext(), asyncio.Lock()):
        account = {"balance": 0}
        await asyncio.gather(*[pay_in(account, lock) for _ in range(5)])
        print(f"Five times 10, with a {type(lock).__name__}: {account['balance']}")

    print("Two seats:")
    seats, doors = asyncio.Semaphore(2), asyncio.Event()
    guests = [asyncio.create_task(guest(name, seats, doors)) for name in ("Ada", "Bob", "Cleo")]
    await asyncio.sleep(0)
    print("  the doors open")
    doors.set()
    await asyncio.gather(*guests)

    print("A queue with room for one:")
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(produce(queue), consume("left", queue), consume("right", queue))


asyncio.run(main())
