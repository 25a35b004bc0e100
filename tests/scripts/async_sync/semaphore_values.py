import asyncio

for kind in asyncio.Semaphore, asyncio.BoundedSemaphore:
    try:
        kind(-1)
    except ValueError as error:
        print(error)

async def main():
    bounded = asyncio.BoundedSemaphore(2)
    try:
        bounded.release()
    except ValueError as error:
        print(error, bounded._value)
    async with bounded:
        print(bounded._value, bounded.locked())
    print(bounded._value)
    try:
        async with bounded:
            bounded.release()
    except ValueError as error:
        print(error)
    endless = asyncio.Semaphore(float("inf"))
    for _ in range(3):
        await endless.acquire()
    print(endless._value, endless.locked(), repr(endless)[-22:])
    semaphore = asyncio.Semaphore(value=0)
    print(semaphore.locked())

asyncio.run(main())
