import asyncio

semaphore = asyncio.Semaphore(1)

async def waiter(name):
    await semaphore.acquire()
    print(name, semaphore._value)

async def main():
    print(await semaphore.acquire(), semaphore.locked())
    tasks = [asyncio.create_task(waiter(name)) for name in "abc"]
    await asyncio.sleep(0)
    semaphore.release()
    print("handed over", semaphore._value, semaphore.locked())
    late = asyncio.create_task(waiter("late"))
    for _ in range(3):
        semaphore.release()
    print("handed over", semaphore._value, semaphore.locked())
    await asyncio.gather(*tasks, late)
    semaphore.release()
    semaphore.release()
    print(semaphore._value, "more than at the start")

asyncio.run(main())
