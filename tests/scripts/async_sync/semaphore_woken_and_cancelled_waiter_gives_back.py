import asyncio

semaphore = asyncio.Semaphore(0)

async def waiter(name):
    try:
        await semaphore.acquire()
        print(name, "got it")
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    tasks = [asyncio.create_task(waiter(name)) for name in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    await asyncio.wait(tasks[:2])
    print(semaphore._value, tasks[2].done())
    tasks[2].cancel()
    semaphore.release()
    await asyncio.wait(tasks)
    print(semaphore._value, semaphore.locked())
    task = asyncio.create_task(waiter("e"))
    await asyncio.sleep(0)
    semaphore.release()
    task.cancel()
    await task
    print(semaphore._value, semaphore.locked())

asyncio.run(main())
