import asyncio

def show(primitive):
    text = repr(primitive)
    print(text[:text.index(" at ")], text[text.index("["):])

class Mine(asyncio.Event):
    pass

async def main():
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded = asyncio.Semaphore(2), asyncio.BoundedSemaphore()
    for primitive in lock, event, condition, semaphore, bounded, Mine(), asyncio.Barrier(2):
        show(primitive)
    waits = [lock.acquire(), event.wait(), semaphore.acquire(), bounded.acquire(), condition.acquire()]
    for primitive in lock, semaphore, semaphore, bounded, condition:
        await primitive.acquire()
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.sleep(0)
    for primitive in lock, event, condition, semaphore, bounded:
        show(primitive)
    event.set()
    show(event)
    for task in tasks:
        task.cancel()

asyncio.run(main())
